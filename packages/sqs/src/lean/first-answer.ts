import type { HttpResponse, Middleware, SdkCommand } from './sdk-parts.js';

/** How the first attempt of a command went that was made for it. */
export type First = { readonly response: HttpResponse } | { readonly error: unknown };

/** Hands a command of the SDK's the outcome of its first attempt: it judges it, and makes the other attempts by itself. */
export function hand({ middlewareStack }: SdkCommand, first: First): void {
  let left: First | undefined = first;
  const handing: Middleware = (next) => async (args) => {
    const handed = left;
    left = undefined;
    if (handed === undefined) return next(args);
    if ('error' in handed) throw handed.error;
    return { response: handed.response };
  };
  middlewareStack.add(handing, { step: 'deserialize', priority: 'low', name: 'handFirstAnswer' });
}
