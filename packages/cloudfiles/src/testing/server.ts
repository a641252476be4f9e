import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { type CloudfilesOptions, type CloudfilesSet, cloudfiles } from '../cloudfiles.js';

/** The service on loopback. */
export interface Server {
  readonly url: string;
  /** What was asked, as path and query. */
  readonly asked: readonly string[];
  /** The address of a region. */
  endpoint(region: string): string;
}

/** What a region of it does with a request. */
export type Far = (request: IncomingMessage, response: ServerResponse, region: string) => void;

/** Starts the service; it ends with the test. */
export async function serve(far: Far): Promise<Server> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const [, region = ''] = /^\/([^/]+)/.exec(request.url ?? '') ?? [];
    asked.push(request.url ?? '');
    far(request, response, region);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, asked, endpoint: (region) => `${url}/${region}` };
}

/** Addresses on a port that was just closed. */
export async function refusing(): Promise<Server['endpoint']> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return (region) => `http://127.0.0.1:${port}/${region}`;
}

/** The marker that a request has. */
export function markerOf({ url = '' }: IncomingMessage): string | undefined {
  return new URL(url, 'http://localhost').searchParams.get('marker') ?? undefined;
}

/** A set over some regions of the service. */
export function setOn(
  server: Pick<Server, 'endpoint'>,
  regions: readonly string[],
  limits: Omit<CloudfilesOptions, 'endpoints'> = {},
): CloudfilesSet {
  return cloudfiles({ ...limits, endpoints: Object.fromEntries(regions.map((name) => [name, server.endpoint(name)])) });
}

/** A page of names. */
export const pageOf = (...names: readonly string[]): string => JSON.stringify(names.map((name) => ({ name })));
