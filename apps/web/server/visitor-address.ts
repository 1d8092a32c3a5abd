import http from 'node:http';

const done = Symbol.for('loctelli.visitor-address');

/**
 * Appends the address a request came from to its X-Forwarded-For, as every proxy should. Next only fills the header in where there is
 * none, so a visitor could write any address there and the API would count sign-in attempts against that one. The API reads the list
 * from its right end and through trusted proxies only; with this, the right end is always true.
 */
export function appendVisitorAddress(): void {
  const server = http.Server.prototype as http.Server & { [done]?: true };
  if (server[done]) return;
  server[done] = true;
  const emit = server.emit;
  server.emit = function (this: http.Server, event: string, ...rest: unknown[]) {
    if (event === 'request') {
      const request = rest[0] as http.IncomingMessage;
      const peer = request.socket.remoteAddress;
      const given = request.headers['x-forwarded-for'];
      if (peer) request.headers['x-forwarded-for'] = given ? `${String(given)}, ${peer}` : peer;
    }
    return emit.apply(this, [event, ...rest] as never);
  } as typeof server.emit;
}
