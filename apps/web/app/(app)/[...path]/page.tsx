import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { matchPage } from '../../../../../core/web/slots/match-path.ts';
import { manifests } from '../../../generated/manifests.ts';
import { getSession } from '../../../server/session.ts';
import { PluginScreen } from '../../../parts/shell/plugin-screen.tsx';

type Props = { params: Promise<{ path: string[] }> };

const find = async ({ params }: Props) => matchPage(manifests, (await params).path.join('/'));

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [match, t] = await Promise.all([find(props), getTranslations()]);
  if (!match) return {};
  const key = `${match.manifest.id}.${match.page.title}`;
  return { title: t.has(key) ? t(key) : match.manifest.name };
}

/** Every page of every plugin: found by its manifest's path. A plugin that is off has no pages. */
export default async function CatchAll(props: Props) {
  const [match, session] = await Promise.all([find(props), getSession()]);
  if (session.state !== 'signed-in') return null;
  if (!match || !session.me.plugins.includes(match.manifest.id)) notFound();
  return <PluginScreen pluginId={match.manifest.id} pageId={match.page.id} params={match.params} />;
}
