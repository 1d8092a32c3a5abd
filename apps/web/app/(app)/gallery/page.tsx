import { NeedsGrant } from '../../../parts/shell/needs-grant.tsx';
import { GalleryPage } from '../../../parts/gallery/gallery-page.tsx';

/** For those who build and brand the product: every component in its states. */
export default function Gallery() {
  return (
    <NeedsGrant permission="roles.update">
      <GalleryPage />
    </NeedsGrant>
  );
}
