import { createHash } from 'node:crypto';
import net from 'node:net';

const taken = new Set<number>();

/**
 * The first free port from `preferred` upwards. A port is handed out once by a process, so that two services asking at the same time do
 * not get the same one.
 */
export async function freePort(preferred: number, host = '127.0.0.1'): Promise<number> {
  for (let port = preferred; port < preferred + 200 && port < 65_536; port++) {
    if (taken.has(port)) continue;
    taken.add(port);
    if (await isFree(port, host)) return port;
    taken.delete(port);
  }
  throw new Error(`No free port between ${preferred} and ${preferred + 199} on ${host}.`);
}

/** A port that stays the same for a clone and differs between clones, so that tools keep their settings and two clones do not meet. */
export function portOf(root: string, service: string): number {
  return 20_000 + (createHash('sha256').update(`${root}\0${service}`).digest().readUInt32BE(0) % 12_000);
}

async function isFree(port: number, host: string): Promise<boolean> {
  // Somebody may listen on every address while ours in particular can still be bound: asked by connecting, too.
  return (await canListen(port, host)) && !(await answers(port, host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host));
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

/** Whether somebody accepts connections there. */
export function answers(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host, timeout: 500 });
    const end = (result: boolean) => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}
