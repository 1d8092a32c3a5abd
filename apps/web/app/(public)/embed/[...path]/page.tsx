import { PublicPage } from '../../../../parts/public/public-page.tsx';
import { publicMetadata, type PublicProps } from '../../../../server/public-pages.ts';

export const generateMetadata = publicMetadata;

/** A plugin's public page in a foreign page's frame: the only pages that may be framed. */
export default function EmbeddedPage(props: PublicProps) {
  return <PublicPage {...props} embedded={true} />;
}
