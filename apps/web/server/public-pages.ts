import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { matchPublicPage, type PublicMatch } from '../../../core/web/slots/match-path.ts';
import { manifests } from '../generated/manifests.ts';
import { getFront } from './front.ts';

export type PublicProps = { params: Promise<{ path: string[] }> };

/** The public page of a path, of a plugin that is on for the host's tenant; in frames only where its manifest allows it. */
export async function findPublicPage({ params }: PublicProps, embedded: boolean): Promise<PublicMatch> {
  const [{ path }, front] = await Promise.all([params, getFront()]);
  const match = matchPublicPage(manifests, path.join('/'));
  if (!match || front.state !== 'open' || !front.tenant.plugins.includes(match.manifest.id) || (embedded && !match.page.embeddable)) notFound();
  return match;
}

export async function publicMetadata(props: PublicProps): Promise<Metadata> {
  const [{ path }, t] = await Promise.all([props.params, getTranslations()]);
  const match = matchPublicPage(manifests, path.join('/'));
  if (!match) return {};
  const key = `${match.manifest.id}.${match.page.title}`;
  return { title: t.has(key) ? t(key) : match.manifest.name };
}
