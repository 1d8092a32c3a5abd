import fs from 'node:fs';
import path from 'node:path';
import { run } from './run.ts';
import { findProgram, isRoot } from './system.ts';
import { Told } from './told.ts';

/** The unprivileged user PostgreSQL runs as; it refuses to run as root. */
export interface Unprivileged {
  uid: number;
  gid: number;
  /** What stands before a command that has to reach folders closed to that user; empty when it can reach them itself. */
  prefix: string[];
}

/**
 * For root: the system user `postgres`, made when missing. For anybody else: undefined, the server runs as themselves.
 * A clone below a folder that others may not enter (root's home) is reached by keeping the one right to look into folders.
 * @throws Told when there is no way in
 */
export async function postgresUser(folders: string[]): Promise<Unprivileged | undefined> {
  if (!isRoot) return undefined;
  let ids = await idsOf('postgres');
  if (!ids) {
    await run('groupadd', ['--system', 'postgres']);
    const made = await run('useradd', ['--system', '--gid', 'postgres', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
    ids = (await idsOf('postgres')) ?? (await idsOf('nobody'));
    if (!ids) throw new Told(`PostgreSQL does not run as root, and no user could be made for it:\n${made.output.trim()}\nStart as another user, or set DATABASE_URL.`);
  }
  if (folders.every(othersMayEnter)) return { ...ids, prefix: [] };
  const setpriv = findProgram('setpriv');
  if (!setpriv) {
    throw new Told(`PostgreSQL does not run as root, and its own user may not enter ${folders.find((folder) => !othersMayEnter(folder))}. Move the clone (to /srv or /opt, say), start as another user, or set DATABASE_URL.`);
  }
  // initdb asks access(2) about its programs, which counts capabilities of another user than root only under this secure bit.
  return { ...ids, prefix: [setpriv, `--reuid=${ids.uid}`, `--regid=${ids.gid}`, '--clear-groups', '--securebits=+no_setuid_fixup', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'] };
}

async function idsOf(name: string): Promise<{ uid: number; gid: number } | undefined> {
  const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
  return uid.code === 0 && gid.code === 0 ? { uid: Number(uid.output), gid: Number(gid.output) } : undefined;
}

function othersMayEnter(folder: string): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (fs.existsSync(at) && (fs.statSync(at).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}
