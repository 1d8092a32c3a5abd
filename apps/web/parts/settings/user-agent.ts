import { useTranslations } from 'next-intl';

const browsers: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/** The words a person knows their device by; good enough for a list, never for a decision. */
export function readUserAgent(text: string): { browser: string | null; system: string | null; phone: boolean } {
  const first = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  return { browser: first(browsers), system: first(systems), phone: /Mobile|iPhone|Android/.test(text) };
}

/** A function that names a device as a person would, such as "Chrome on macOS". */
export function useDeviceName(): (userAgent: string) => string {
  const t = useTranslations('core.settings');
  return (userAgent) => {
    const { browser, system } = readUserAgent(userAgent);
    return browser && system ? t('deviceOn', { browser, system }) : (browser ?? t('unknownDevice'));
  };
}
