import { cookies } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import type { Locale } from '@loctelli/core';
import { isLocale } from '../../../core/web/i18n/locales.ts';
import { loadMessages } from './messages.ts';
import { getFront } from '../server/front.ts';
import { getSession } from '../server/session.ts';

/** Signed in: the user's language and zone. Before: the one chosen on the sign-in page. Else the tenant's. */
export default getRequestConfig(async () => {
  const [session, front, jar] = await Promise.all([getSession(), getFront(), cookies()]);
  const tenant = front.state === 'open' || front.state === 'suspended' ? front.tenant : null;
  const chosen = jar.get('language')?.value;
  const user = session.state === 'signed-in' ? session.me.user : null;
  const locale: Locale = user?.locale ?? (!user && isLocale(chosen) ? chosen : (tenant?.locale ?? 'en'));
  return { locale, timeZone: user?.zone ?? tenant?.zone ?? 'UTC', now: new Date(), messages: await loadMessages(locale) };
});
