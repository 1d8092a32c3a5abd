import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { getLocale, getTranslations } from 'next-intl/server';
import '../../../core/web/theme/fonts.css';
import '@fontsource-variable/dm-sans/wght.css';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/manrope/wght.css';
import '@fontsource-variable/noto-sans-arabic/wght.css';
import '@fontsource-variable/nunito/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import { directionOf } from '../../../core/web/i18n/locales.ts';
import { themeScript } from '../../../core/web/theme/theme-script.ts';
import { brandCss, neutralBrand } from '../../../core/web/theme/tokens.ts';
import { makePalette } from '../../../core/web/theme/palette.ts';
import { Intl } from '../parts/intl.tsx';
import { Standstill } from '../parts/standstill.tsx';
import { visitorHost } from '../server/api.ts';
import { fontFiles } from '../server/font-files.ts';
import { getFront } from '../server/front.ts';
import './globals.css';

async function getBrand() {
  const front = await getFront();
  return front.state === 'open' || front.state === 'suspended' ? (front.tenant?.brand ?? neutralBrand) : neutralBrand;
}

export async function generateMetadata(): Promise<Metadata> {
  const [brand, t] = await Promise.all([getBrand(), getTranslations('core.meta')]);
  return {
    description: brand.tagline || (brand.name ? t('description', { name: brand.name }) : undefined),
    title: { default: brand.name || '·', template: `%s · ${brand.name}` },
    applicationName: brand.name || undefined,
    icons: { icon: brand.favicon ?? letterIcon(brand.name, brand.colour), apple: brand.name ? '/api/v1/brand/icon/180.png' : undefined },
    manifest: brand.name ? '/api/v1/brand/manifest.webmanifest' : undefined,
    // A host that serves nobody is nothing to be found; behind the sign-in page nobody gets without signing in.
    robots: { index: Boolean(brand.name), follow: false },
    formatDetection: { telephone: false },
  };
}

export async function generateViewport(): Promise<Viewport> {
  const brand = await getBrand();
  return {
    themeColor: [
      { media: '(prefers-color-scheme: light)', color: makePalette(brand.colour, 'light', brand).roles.canvas },
      { media: '(prefers-color-scheme: dark)', color: makePalette(brand.colour, 'dark', brand).roles.canvas },
    ],
  };
}

/** Every page, branded before anybody has signed in. A host that serves nobody gets its own page instead of the one asked for. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [front, brand, locale] = await Promise.all([getFront(), getBrand(), getLocale()]);
  const font = fontFiles[brand.font];
  return (
    <html lang={locale} dir={directionOf(locale)} suppressHydrationWarning>
      <head>
        {font && <link rel="preload" as="font" type="font/woff2" href={font} crossOrigin="anonymous" />}
        <style dangerouslySetInnerHTML={{ __html: brandCss(brand) }} />
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body className="bg-canvas text-fg">
        <div className="root">
          {front.state === 'open' ? (
            children
          ) : (
            <Intl part="minimal">
              <Standstill state={front.state} name={front.state === 'suspended' ? (front.tenant?.name ?? (await visitorHost())) : ''} />
            </Intl>
          )}
        </div>
      </body>
    </html>
  );
}

/** A favicon where the tenant has none: the first letter of its name on its colour. */
function letterIcon(name: string, colour: string): string {
  const { accent, 'on-accent': on } = makePalette(colour, 'light').roles;
  const letter = ([...name][0] ?? '').toLocaleUpperCase().replace(/[<>&"']/g, '');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="${accent}"/><text x="16" y="22.5" font-family="system-ui,sans-serif" font-size="19" font-weight="700" text-anchor="middle" fill="${on}">${letter}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
