import type { ReactNode } from 'react';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getNow, getTimeZone } from 'next-intl/server';

const needed = {
  /** Pages of a host that serves nobody, and failures. */
  minimal: ['ui', 'shell', 'errors'],
  /** Pages before sign-in. */
  front: ['ui', 'shell', 'errors', 'auth', 'validation'],
};

/** Gives client components the messages of their part of the product, and no more than they need. */
export async function Intl({ part, children }: { part: keyof typeof needed | 'all'; children: ReactNode }) {
  const [locale, messages, timeZone, now] = await Promise.all([getLocale(), getMessages(), getTimeZone(), getNow()]);
  const core = messages.core as Record<string, unknown>;
  const given = part === 'all' ? messages : { core: Object.fromEntries(needed[part].map((name) => [name, core[name]])) };
  return (
    <NextIntlClientProvider locale={locale} messages={given as typeof messages} timeZone={timeZone} now={now}>
      {children}
    </NextIntlClientProvider>
  );
}
