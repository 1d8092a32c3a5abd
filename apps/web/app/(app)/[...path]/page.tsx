import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { matchPage } from '../../../../../core/web/slots/match-path.ts';
import { plugins } from '../../../generated/plugins.ts';
import { getSession } from '../../../server/session.ts';
import { PluginScreen } from '../../../parts/shell/plugin-screen.tsx';

type Props = { params: Promise<{ path: string[] }> };

const find = async ({ params }: Props) => matchPage(plugins, (await params).path.join('/'));

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [match, t] = await Promise.all([find(props), getTranslations()]);
  if (!match) return {};
  const key = `${match.plugin.manifest.id}.${match.page.title}`;
  return { title: t.has(key) ? t(key) : match.plugin.manifest.name };
}

/** Every page of every plugin: found by its manifest's path. A plugin that is off has no pages. */
export default async function CatchAll(props: Props) {
  const [match, session] = await Promise.all([find(props), getSession()]);
  if (session.state !== 'signed-in') return null;
  if (!match || !session.me.plugins.includes(match.plugin.manifest.id)) notFound();
  return <PluginScreen pluginId={match.plugin.manifest.id} pageId={match.page.id} params={match.params} />;
}
