import type { IncomingHttpHeaders } from 'node:http';
import { HttpRefusal } from './http-refusal.js';

/**
 * Keeps web pages out. A page whose name was rebound to 127.0.0.1 sends its own name as Host; one that simply posts to
 * the address sends its Origin. SDK clients send neither.
 *
 * @param port - the port that the request came in by
 */
export function guardCaller(headers: IncomingHttpHeaders, port: number): void {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const host = headers.host?.toLowerCase();
  if (host === undefined || !hosts.includes(host)) {
    throw new HttpRefusal(403, `Host must be ${hosts.join(' or ')}.`);
  }
  const { origin } = headers;
  if (origin !== undefined && !hosts.some((known) => origin === `http://${known}`)) {
    throw new HttpRefusal(403, 'Requests of other origins are refused.');
  }
}
