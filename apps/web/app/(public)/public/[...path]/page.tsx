import { PublicPage } from '../../../../parts/public/public-page.tsx';
import { publicMetadata, type PublicProps } from '../../../../server/public-pages.ts';

export const generateMetadata = publicMetadata;

/** Every public page of every plugin; next.config.ts leads their own addresses here. */
export default function CatchAllPublic(props: PublicProps) {
  return <PublicPage {...props} embedded={false} />;
}
