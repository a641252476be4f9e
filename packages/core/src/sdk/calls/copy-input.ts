/** A command of the SDK, as far as copying one goes. */
interface CommandLike {
  readonly input: unknown;
  readonly middlewareStack: { clone(): unknown };
}

/**
 * A copy of an SDK input for one target: the SDK's paginators write into theirs, and nobody may write into the caller's.
 * An instance of a class is copied with its prototype.
 */
export function copyInput<T>(input: T): T {
  if (typeof input !== 'object' || input === null) return input;
  return Object.assign(Object.create(Object.getPrototypeOf(input)), input);
}

/** A copy of an argument of somebody's own method. Only literals: what else there is (a date, a signal) may not survive it. */
export function copyArgument<T>(argument: T): T {
  return isPlain(argument) ? { ...argument } : argument;
}

/** A command for one target: sending one adds to its middleware, so each target gets its own. */
export function copyCommand(command: unknown): unknown {
  const { input, middlewareStack } = command as CommandLike;
  if (typeof middlewareStack?.clone !== 'function') return command;
  return Object.assign(copyInput(command) as object, {
    input: copyInput(input),
    middlewareStack: middlewareStack.clone(),
  });
}

/** Whether the value is an object literal, and so may be copied member by member. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
