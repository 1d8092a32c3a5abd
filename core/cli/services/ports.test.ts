import net from 'node:net';
import { choosePorts } from './settings.ts';
import { freePort, portOf } from './ports.ts';

const listen = (port: number) => new Promise<net.Server>((resolve) => {
  const server = net.createServer().listen(port, '127.0.0.1', () => resolve(server));
});

it('gives the wanted port, and the next one when it is taken or was given already', async () => {
  const base = portOf(String(process.pid), 'free');
  expect(await freePort(base)).toBe(base);
  expect(await freePort(base)).toBe(base + 1);
  const server = await listen(base + 2);
  expect(await freePort(base + 2)).toBe(base + 3);
  server.close();
});

it('moves API and web from taken ports, and takes along the address the web calls the API at', async () => {
  const base = portOf(String(process.pid), 'moved');
  const server = await listen(base);
  const chosen = await choosePorts({ PORT: String(base), WEB_PORT: String(base), NEXT_PUBLIC_API_URL: `http://127.0.0.1:${base}` });
  server.close();
  expect(chosen).toEqual({ HOST: '127.0.0.1', PORT: String(base + 1), WEB_PORT: String(base + 2), PUBLIC_PORT: String(base + 2), NEXT_PUBLIC_API_URL: `http://127.0.0.1:${base + 1}` });
});

it('gives a clone the same port for a service every time, and another clone another', () => {
  expect(portOf('/a', 'postgres')).toBe(portOf('/a', 'postgres'));
  expect(portOf('/a', 'postgres')).not.toBe(portOf('/b', 'postgres'));
});
