import http, { type Agent, type ClientRequest } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Clocks } from './clocks.js';
import { currentTransfer } from './transfer.js';
import { twoAddresses } from './two-addresses.js';

/** What Node calls on an agent with each request, and leaves out of its types. */
type AddRequest = (request: ClientRequest, ...rest: readonly unknown[]) => void;

/** The part of the connect clock after which Node turns to the next address: the clock itself would end the whole request. */
const addressShare = 5 / 6;

/** Options of Node's agents that somebody gave, which count before those here. */
export interface AgentOptions {
  readonly http?: http.AgentOptions | undefined;
  readonly https?: https.AgentOptions | undefined;
}

/** Agents that put the clocks of the current transfer on each of its requests. `lookup`: by which hosts are looked up. */
export function watchedAgents(
  { connect }: Clocks,
  lookup: LookupFunction = twoAddresses(),
  given: AgentOptions = {},
): { readonly httpAgent: http.Agent; readonly httpsAgent: https.Agent } {
  const shared = {
    keepAlive: true,
    maxSockets: 50,
    lookup,
    autoSelectFamily: true,
    // Node's own 250 ms fail far regions that have addresses of both families.
    autoSelectFamilyAttemptTimeout: Math.round(connect * addressShare),
  };
  return {
    httpAgent: watched(new http.Agent({ ...shared, ...given.http })),
    httpsAgent: watched(new https.Agent({ ...shared, ...given.https })),
  };
}

function watched<A extends Agent>(agent: A): A {
  const addRequest: AddRequest = Reflect.get(agent as Agent, 'addRequest');
  const watching: AddRequest = (request, ...rest) => {
    currentTransfer()?.watch(request);
    addRequest.call(agent, request, ...rest);
  };
  return Object.assign(agent, { addRequest: watching });
}
