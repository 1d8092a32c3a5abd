import type { ReactNode } from 'react';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getNow, getTimeZone } from 'next-intl/server';

const needed = {
  /** Pages of a host that serves nobody, and failures. */
  minimal: ['ui', 'shell', 'errors'],
  /** Pages before sign-in. */
  front: ['ui', 'shell', 'errors', 'auth', 'validation'],
  /** Plugins' pages for everybody. */
  public: ['ui', 'shell', 'errors', 'auth', 'validation'],
};

/** Of a plugin's messages, what its public pages may say: the rest is long and nobody's business there. */
const publicNames = ['public', 'errors'];
const frontOnly = ['meta'];
/** What a plugin's scripts on foreign pages say; it is bundled with them. */
const foreignOnly = ['scripts'];

const pick = (from: Record<string, unknown>, names: readonly string[]) => Object.fromEntries(names.filter((name) => name in from).map((name) => [name, from[name]]));

interface Props {
  /** `signed-in`: the kernel's, without what only the pages before sign-in say, and those of the plugins that are on. `public`: a plugin's `public` ones. */
  part: keyof typeof needed | 'signed-in';
  plugins?: readonly string[];
  children: ReactNode;
}

/** For messages: `{at, date, moment}` is a day and an hour that name their zone. Skeletons in messages know no hour of the reader's own kind. */
const formats = { dateTime: { moment: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } } } as const;

/** Gives client components the messages of their part of the product, and no more than they need. */
export async function Intl({ part, plugins = [], children }: Props) {
  const [locale, messages, timeZone, now] = await Promise.all([getLocale(), getMessages(), getTimeZone(), getNow()]);
  const core = messages.core as Record<string, unknown>;
  const names = part === 'signed-in' ? Object.keys(core).filter((name) => !frontOnly.includes(name)) : needed[part];
  const ofPlugins = pick(messages, plugins) as Record<string, Record<string, unknown>>;
  const shown = Object.fromEntries(
    Object.entries(ofPlugins).map(([id, own]) => [id, pick(own, part === 'public' ? publicNames : Object.keys(own).filter((name) => !foreignOnly.includes(name)))]),
  );
  const given = { ...shown, core: pick(core, names) };
  return (
    <NextIntlClientProvider locale={locale} messages={given as typeof messages} timeZone={timeZone} now={now} formats={formats}>
      {children}
    </NextIntlClientProvider>
  );
}
