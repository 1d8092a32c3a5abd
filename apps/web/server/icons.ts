import icons from 'lucide-react/dynamicIconImports';
import type { LucideIconData } from 'lucide-react';
import { manifests } from '../generated/manifests.ts';

type Loader = () => Promise<{ __iconData?: LucideIconData }>;
let drawn: Promise<Record<string, LucideIconData>> | undefined;

/** The drawings of all icons that the installed plugins' manifests name. */
export const getIcons = () => (drawn ??= drawIcons());

async function drawIcons(): Promise<Record<string, LucideIconData>> {
  const names = new Set(manifests.flatMap(({ icon, menu = [] }) => [icon, ...menu.map((entry) => entry.icon)]));
  const entries = [...names].map(async (name) => [name ?? '', (await (icons as unknown as Record<string, Loader>)[name ?? '']?.())?.__iconData] as const);
  return Object.fromEntries((await Promise.all(entries)).filter((entry): entry is [string, LucideIconData] => entry[1] !== undefined));
}
