import { types } from 'node:util';
import { ServiceSetError } from '../../errors/service-set-error.js';
import { maskedIn, maskedMember, maskSecrets } from './mask.js';

/**
 * The error as it may be handed out: the SDK's own, of its own class and with its name, code and request id, but without the
 * hidden `$response`, which holds the signed request. That member cannot be deleted, so the error is made again without it;
 * so are those that caused it. What looks like a secret in their words is masked. What holds none of these is handed out as it is.
 */
export function presentable(thrown: unknown): Error {
  return isError(thrown)
    ? cleaned(thrown, new Map())
    : new ServiceSetError(nonsense(thrown), { cause: maskedIn(thrown) });
}

/** `seen`: what became of the errors so far, since errors may cause each other in a circle. */
function cleaned(error: Error, seen: Map<Error, Error>): Error {
  const known = seen.get(error);
  if (known !== undefined) return known;
  const clean = '$response' in error ? withoutResponse(error) : error;
  seen.set(error, clean);
  const { cause, errors } = error as { cause?: unknown; errors?: unknown };
  const changed: PropertyDescriptorMap = {
    ...maskedMembers(clean),
    ...(isError(cause) && cleaned(cause, seen) !== cause ? { cause: hidden(cleaned(cause, seen)) } : {}),
    ...(Array.isArray(errors) && errors.some((one) => cleanedOne(one, seen) !== one)
      ? { errors: hidden(errors.map((one) => cleanedOne(one, seen))) }
      : {}),
  };
  return Object.keys(changed).length === 0 ? clean : changedIn(clean, changed);
}

/** Those of its members that hold a secret, without it: services and providers put into their words what they were given. */
function maskedMembers(error: Error): PropertyDescriptorMap {
  const members = Object.entries({ ...Object.getOwnPropertyDescriptors(error), stack: hidden(error.stack) });
  return Object.fromEntries(
    members.flatMap(([name, { value, ...rest }]) => {
      const masked = maskedMember(name, value);
      return Object.is(masked, value) ? [] : [[name, { ...rest, value: masked }]];
    }),
  );
}

function cleanedOne(one: unknown, seen: Map<Error, Error>): unknown {
  return isError(one) ? cleaned(one, seen) : one;
}

function withoutResponse(error: Error): Error {
  const { $response: _, ...members } = Object.getOwnPropertyDescriptors(error) as PropertyDescriptorMap;
  return madeAgain(error, { ...members, message: hidden(error.message.replace(hint, '')) });
}

/** What the SDK adds to some messages: where to find what is taken off here. */
const hint = /\n\s*Deserialization error: to see the raw response, inspect the hidden field .*$/s;

/** In place, for the sake of private fields; another error only where a frozen one leaves no choice. */
function changedIn(error: Error, changed: PropertyDescriptorMap): Error {
  const fixed = Object.keys(changed).some(
    (name) => Object.getOwnPropertyDescriptor(error, name)?.configurable === false,
  );
  if (!fixed) return Object.defineProperties(error, changed);
  return madeAgain(error, { ...Object.getOwnPropertyDescriptors(error), ...changed });
}

function madeAgain(error: Error, members: PropertyDescriptorMap): Error {
  const copy: Error = Object.setPrototypeOf(new Error(error.message), Object.getPrototypeOf(error));
  // Where the stack is an accessor, it would give that of the copy.
  return Object.defineProperties(copy, { ...members, stack: hidden(maskedIn(error.stack)) });
}

function hidden(value: unknown): PropertyDescriptor {
  return { value, configurable: true, enumerable: false, writable: true };
}

/** Whether it is an error, of this realm or another. */
function isError(value: unknown): value is Error {
  return types.isNativeError(value) || value instanceof Error;
}

function nonsense(thrown: unknown): string {
  const shown =
    typeof thrown === 'object' || typeof thrown === 'function' ? typeof thrown : maskSecrets(String(thrown));
  return `something that is no error was thrown (${shown}); it is this error's cause`;
}
