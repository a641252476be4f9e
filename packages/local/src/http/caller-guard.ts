import type { IncomingHttpHeaders } from 'node:http';
import { HttpRefusal } from './http-refusal.js';

/**
 * Keeps web pages out. A page whose name was rebound to 127.0.0.1 sends its own name as Host, and no page of elsewhere has one
 * below `localhost`, as buckets have. SDK clients send no such thing.
 *
 * @param port - the port that the request came in by
 */
export function guardHost(headers: IncomingHttpHeaders, port: number): void {
  const host = headers.host?.toLowerCase();
  const hosts = hostsOf(port);
  if (host === undefined || !(hosts.includes(host) || isBelowLocalhost(host, port))) {
    throw new HttpRefusal(403, `Host must be ${hosts.join(' or ')}.`);
  }
}

/** Keeps out a web page that simply sends to the address: it says from where it is. */
export function guardOrigin({ origin }: IncomingHttpHeaders, port: number): void {
  if (origin !== undefined && !hostsOf(port).some((known) => origin === `http://${known}`)) {
    throw new HttpRefusal(403, 'Requests of other origins are refused.');
  }
}

function hostsOf(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}

function isBelowLocalhost(host: string, port: number): boolean {
  return host.endsWith(`.localhost:${port}`) && /^[a-z0-9.-]+:\d+$/.test(host);
}
