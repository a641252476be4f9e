import { AsyncResource } from 'node:async_hooks';

const outside = new AsyncResource('cloudfiles');

/** Does what is to be done even when the set's call that it is part of is over: what tidies up behind it. */
export function outsideCalls<R>(work: () => R): R {
  return outside.runInAsyncScope(work);
}
