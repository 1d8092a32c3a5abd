import { getTranslations } from 'next-intl/server';
import type { Brand } from '@loctelli/core';
import { BrandMark } from '../../../../core/web/shell/brand-mark.tsx';
import { findPublicPage, type PublicProps } from '../../server/public-pages.ts';
import { getFront } from '../../server/front.ts';
import { LanguageLinks } from '../auth/language-links.tsx';
import { Intl } from '../intl.tsx';
import { PublicScreen } from './public-screen.tsx';

const frameCss = 'html,body{background:transparent;min-height:0}';

/** A plugin's page for everybody, below the tenant's own name; in a foreign page's frame it stands alone. */
export async function PublicPage({ embedded, ...props }: PublicProps & { embedded: boolean }) {
  const [match, front] = await Promise.all([findPublicPage(props, embedded), getFront()]);
  if (front.state !== 'open') return null;
  const { tenant } = front;
  const screen = <PublicScreen tenant={tenant} embedded={embedded} manifest={match.manifest} pageId={match.page.id} params={match.params} />;
  return (
    <Intl part="public" plugins={[match.manifest.id]}>
      {embedded ? (
        <>
          {/* What lies between the parts is the foreign page. */}
          <style dangerouslySetInnerHTML={{ __html: frameCss }} />
          <main className="p-px">{screen}</main>
        </>
      ) : (
        <div className="grid min-h-dvh grid-rows-[auto_1fr_auto]">
          <header className="border-b border-line bg-surface">
            <div className="mx-auto flex w-full max-w-5xl items-center px-5 py-3">
              <BrandMark name={tenant.brand.name} logo={tenant.brand.logo} logoDark={tenant.brand.logoDark} />
            </div>
          </header>
          <main className="mx-auto w-full max-w-5xl px-4 py-6 sm:px-5 sm:py-10">{screen}</main>
          <PublicFooter links={tenant.brand.links} />
        </div>
      )}
    </Intl>
  );
}

async function PublicFooter({ links }: Pick<Brand, 'links'>) {
  const t = await getTranslations('core.auth');
  return (
    <footer className="flex flex-wrap items-center justify-center gap-x-5 gap-y-2 px-5 pb-6 text-sm text-muted">
      <LanguageLinks />
      {(['privacy', 'terms', 'support'] as const)
        .filter((name) => links[name])
        .map((name) => (
          <a key={name} href={links[name]} className="underline-offset-4 hover:text-fg hover:underline">
            {t(name)}
          </a>
        ))}
    </footer>
  );
}
