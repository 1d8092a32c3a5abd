import type { ReactNode } from 'react';
import { getTranslations } from 'next-intl/server';
import { getFront } from '../../server/front.ts';
import { Intl } from '../../parts/intl.tsx';
import { BrandMark } from '../../../../core/web/shell/brand-mark.tsx';
import { LanguageLinks } from '../../parts/auth/language-links.tsx';

/** Pages for people who are not signed in: one quiet column under the tenant's own name. */
export default async function FrontLayout({ children }: { children: ReactNode }) {
  const front = await getFront();
  const t = await getTranslations('core.auth');
  if (front.state !== 'open') return null;
  const { brand } = front.tenant;
  const links = (['privacy', 'terms', 'support'] as const).filter((name) => brand.links[name]);
  return (
    <Intl part="front">
      <div className="grid min-h-dvh grid-rows-[1fr_auto] bg-[radial-gradient(60rem_30rem_at_50%_-10rem,var(--accent-soft),transparent)]">
        <main className="mx-auto flex w-full max-w-[26rem] flex-col justify-center px-5 py-10">
          <div className="mb-7 flex flex-col items-center gap-3 text-center">
            <BrandMark name={brand.name} logo={brand.logo} logoDark={brand.logoDark} size="lg" />
            {brand.tagline && <p className="max-w-80 text-muted text-balance">{brand.tagline}</p>}
          </div>
          {children}
        </main>
        <footer className="flex flex-wrap items-center justify-center gap-x-5 gap-y-2 px-5 pb-6 text-sm text-muted">
          <LanguageLinks />
          {links.map((name) => (
            <a key={name} href={brand.links[name]} className="underline-offset-4 hover:text-fg hover:underline">
              {t(name)}
            </a>
          ))}
        </footer>
      </div>
    </Intl>
  );
}
