import type { LookupFunction } from 'node:net';
import type { NodeHttpHandlerOptions } from '@smithy/types';
import type { Clocks } from '../../guards/clocks.js';
import type { AgentOptions } from '../../guards/watched-agents.js';
import type { WireHandler } from './connections.js';

/** Options of the SDK's handler for Node, as a client's `requestHandler` takes them in its place. */
export type HandlerOptions = NodeHttpHandlerOptions;

/** What a handler is made under. */
export interface HandlerTerms {
  readonly clocks: Clocks;
  readonly lookup: LookupFunction | undefined;
}

/** Whether connections are made by an agent of somebody's own, a proxy's, say, which our clocks cannot see into. */
export function hasOwnAgent({ httpAgent, httpsAgent }: HandlerOptions): boolean {
  return [httpAgent, httpsAgent].some(isAgent);
}

/** Loads the SDK's handler for Node and makes one: on agents with our clocks, unless an agent was given. */
export async function loadHandler(
  { clocks, lookup }: HandlerTerms,
  options: HandlerOptions = {},
): Promise<WireHandler> {
  const [{ NodeHttpHandler }, { watchedAgents }] = await Promise.all([
    import('@smithy/node-http-handler'),
    import('../../guards/watched-agents.js'),
  ]);
  if (hasOwnAgent(options)) return new NodeHttpHandler(options) as WireHandler;
  const given = { http: options.httpAgent, https: options.httpsAgent } as AgentOptions;
  return new NodeHttpHandler({ ...options, ...watchedAgents(clocks, lookup, given) }) as WireHandler;
}

function isAgent(agent: unknown): boolean {
  return (
    typeof (agent as { readonly createConnection?: unknown } | undefined)?.createConnection === 'function' ||
    typeof (agent as { readonly addRequest?: unknown } | undefined)?.addRequest === 'function'
  );
}
