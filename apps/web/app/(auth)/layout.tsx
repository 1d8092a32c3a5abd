import type { ReactNode } from 'react';
import { getTranslations } from 'next-intl/server';
import { getFront } from '../../server/front.ts';
import { Intl } from '../../parts/intl.tsx';
import { FrontColumn } from '../../parts/auth/front-column.tsx';
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
      <FrontColumn
        brand={brand}
        as="main"
        className="min-h-dvh"
        footer={
          <>
            <LanguageLinks />
            {links.map((name) => (
              <a key={name} href={brand.links[name]} className="underline-offset-4 hover:text-fg hover:underline">
                {t(name)}
              </a>
            ))}
          </>
        }
      >
        {children}
      </FrontColumn>
    </Intl>
  );
}
