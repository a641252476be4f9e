/** A command of the SDK, as far as copying one goes. */
interface CommandLike {
  readonly input: unknown;
  readonly middlewareStack: { clone(): unknown };
}

/** A copy of an input for one target: the SDK's paginators write into theirs, and nobody may write into the caller's. */
export function copyInput<T>(input: T): T {
  return isPlain(input) ? { ...input } : input;
}

/** A command for one target: sending one adds to its middleware, so each target gets its own. */
export function copyCommand(command: unknown): unknown {
  const { input, middlewareStack } = command as CommandLike;
  if (typeof middlewareStack?.clone !== 'function') return command;
  const copy = Object.assign(Object.create(Object.getPrototypeOf(command)), command);
  return Object.assign(copy, { input: copyInput(input), middlewareStack: middlewareStack.clone() });
}

/** Whether the value is an object literal, and so may be copied member by member. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
