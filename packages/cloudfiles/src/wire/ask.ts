import type { RequestOptions } from '../calls/request-options.js';
import type { Region } from './region.js';
import { type AccountRequest, send } from './transport.js';

/** Sends a request of whose answer the head is all that is wanted. What body there is, is read: else it would keep the connection. */
export async function ask(
  region: Region,
  request: AccountRequest,
  options: RequestOptions,
): Promise<Readonly<Record<string, string>>> {
  const { headers, body } = await send(region, request, options);
  await body.dump();
  return headers;
}
