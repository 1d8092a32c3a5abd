import { cookies } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import type { Locale } from '@loctelli/core';
import { isLocale } from '../../../core/web/i18n/locales.ts';
import { messagesFor } from './own-words.ts';
import { getFront } from '../server/front.ts';
import { getSession } from '../server/session.ts';

/** The language and zone of the user's account; where it names none, the language chosen on the sign-in page; else the tenant's. */
export default getRequestConfig(async () => {
  const [session, front, jar] = await Promise.all([getSession(), getFront(), cookies()]);
  const tenant = front.state === 'open' || front.state === 'suspended' ? front.tenant : null;
  const chosen = jar.get('language')?.value;
  const user = session.state === 'signed-in' ? session.me.user : null;
  const locale: Locale = user?.locale ?? (isLocale(chosen) ? chosen : (tenant?.locale ?? 'en'));
  return { locale, timeZone: user?.zone ?? tenant?.zone ?? 'UTC', now: new Date(), messages: await messagesFor(locale, tenant?.brand.wording) };
});
