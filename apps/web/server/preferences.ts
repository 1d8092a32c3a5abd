import { cache } from 'react';
import { cookies } from 'next/headers';
import type { Preference } from '@loctelli/core';
import { readShellPreference, sidebarCookie, type ShellPreference } from '../../../core/web/shell/shell-preference.ts';
import { askApi, asVisitor } from './api.ts';

/** What the visitor arranged under a key, asked while the page is drawn; null where the API says nothing. */
export const getPreference = cache(async (key: string): Promise<Preference | null> => {
  const jar = await cookies();
  if (!jar.getAll().some(({ name }) => name.endsWith('access'))) return null;
  const answer = await askApi(`/preferences/${key}`, await asVisitor());
  return answer?.ok ? ((await answer.json()) as Preference) : null;
});

/** How the visitor's shell looks, before anything is drawn. */
export async function getShellPreference(): Promise<ShellPreference> {
  const [kept, jar] = await Promise.all([getPreference('shell'), cookies()]);
  return readShellPreference(kept?.value, jar.get(sidebarCookie)?.value);
}
