import { isSdkClient } from './sdk-client.js';

/** Ends what services hold, by their own way of being disposed of. One that fails keeps none from being ended, and is told of afterwards. */
export async function endServices(services: Iterable<object>): Promise<void> {
  const ends = await Promise.allSettled([...services].map(endService));
  const reasons = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
  if (reasons.length > 0) throw new AggregateError(reasons, `${reasons.length} services could not be disposed of`);
}

/** A method that happens to be called `destroy` may destroy anything: only an SDK client's is known to be harmless. */
async function endService(service: object): Promise<void> {
  const { [Symbol.asyncDispose]: later, [Symbol.dispose]: now } = service as Partial<AsyncDisposable & Disposable>;
  if (later !== undefined) await later.call(service);
  else if (now !== undefined) now.call(service);
  else if (isSdkClient(service)) service.destroy();
}
