import { ServiceSetError } from '../errors/service-set-error.js';

/**
 * The error as it may be handed out: the SDK's own, of its own class and with its name, code and request id, but without the
 * hidden `$response`, which holds the signed request. That member cannot be deleted, so the error is made again without it.
 */
export function presentable(thrown: unknown): Error {
  if (!(thrown instanceof Error))
    return new ServiceSetError(`something that is no error was thrown: ${String(thrown)}`, { cause: thrown });
  if (!('$response' in thrown)) return thrown;
  const { $response: _, ...members } = Object.getOwnPropertyDescriptors(thrown) as PropertyDescriptorMap;
  return Object.defineProperties(
    Object.setPrototypeOf(new Error(thrown.message), Object.getPrototypeOf(thrown)),
    members,
  );
}
