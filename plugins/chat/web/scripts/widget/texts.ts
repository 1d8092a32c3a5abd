import { scripts as ar } from '../../../locales/ar.json';
import { scripts as en } from '../../../locales/en.json';
import { scripts as es } from '../../../locales/es.json';
import type { WidgetConfig } from '../../../contract.ts';

type Texts = (typeof en)['widget'];
type Locale = WidgetConfig['locale'];
const every: Record<Locale, Texts> = { ar: ar.widget, en: en.widget, es: es.widget };

/** The first of the wished languages that the tenant offers; a region (`es-MX`) counts as its language. */
export function chooseLocale(wished: readonly (string | null | undefined)[], { languages, locale }: Pick<WidgetConfig, 'languages' | 'locale'>): Locale {
  const offered = wished.map((each) => each?.toLowerCase().split('-')[0]).find((each) => languages.includes(each as Locale));
  return (offered as Locale | undefined) ?? locale;
}

/** What the chat says in a language, and how it writes dates there. */
export function speak(locale: Locale) {
  const texts = every[locale];
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options);
  const clock = format({ hour: 'numeric', minute: '2-digit' });
  const exact = format({ dateStyle: 'full', timeStyle: 'long' });
  const date = format({ weekday: 'long', day: 'numeric', month: 'long' });
  const days = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const sentence = (text: string) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
  return {
    locale,
    direction: locale === 'ar' ? 'rtl' : 'ltr',
    t: (key: keyof Texts, values: Record<string, string | number> = {}) => texts[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '')),
    clock: (at: Date) => clock.format(at),
    exact: (at: Date) => exact.format(at),
    day(at: Date, now = new Date()) {
      const ago = Math.round((midnight(at) - midnight(now)) / 86_400_000);
      return ago >= -1 ? sentence(days.format(ago, 'day')) : date.format(at);
    },
    /** A moment ahead, with the zone it is told in. */
    moment(at: Date, now = new Date()) {
      const near = midnight(at) === midnight(now) ? {} : ({ weekday: 'long' } as const);
      return format({ ...near, hour: 'numeric', minute: '2-digit', timeZoneName: 'short' }).format(at);
    },
    size: (bytes: number) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit: bytes < 1_000_000 ? 'kilobyte' : 'megabyte', maximumFractionDigits: bytes < 1_000_000 ? 0 : 1 }).format(
        Math.max(1, bytes < 1_000_000 ? Math.round(bytes / 1000) : bytes / 1_000_000),
      ),
  };
}
export type Speech = ReturnType<typeof speak>;

const midnight = (at: Date) => new Date(at).setHours(0, 0, 0, 0);
