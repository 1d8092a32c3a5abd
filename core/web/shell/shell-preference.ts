/** What a user arranged of the shell: preference `shell`. */
export interface ShellPreference {
  sidebar?: 'wide' | 'narrow';
}

/** Says the same to the server while the API cannot. */
export const sidebarCookie = 'sidebar';

/** Whatever was kept, as far as it makes sense. */
export function readShellPreference(value: unknown, cookie?: string): ShellPreference {
  const kept = typeof value === 'object' && value !== null && 'sidebar' in value ? value.sidebar : cookie;
  return { sidebar: kept === 'narrow' ? 'narrow' : 'wide' };
}
