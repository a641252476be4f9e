/** Node's codes for what this machine lacks: a route, an interface, a resolver that answers. */
const ownCodes = new Set(['ENETUNREACH', 'ENETDOWN', 'EAI_AGAIN']);
const depth = 5;

/** How many endpoints failed on the way, and how many answered, whatever they said. */
export interface Heard {
  readonly failed: number;
  readonly alive: number;
}

/**
 * Whether it is rather this machine's own network that is down than the endpoints: three of them failed at least, and they are most of
 * those that were heard of. Two can be two regions that are gone.
 */
export function isNetworkDown({ failed, alive }: Heard): boolean {
  return failed >= 3 && failed > alive;
}

/** Whether an error says by itself that this machine has no network; of several addresses, each has to say so. */
export function isOfThisMachine(error: unknown, level = 0): boolean {
  const { code, cause, errors } = partsOf(error);
  if (level > depth) return false;
  if (Array.isArray(errors) && errors.length > 0) return errors.every((one) => isOfThisMachine(one, level + 1));
  if (typeof code === 'string' && ownCodes.has(code)) return true;
  return cause !== undefined && isOfThisMachine(cause, level + 1);
}

/** The host that an error of a connection names: by name where it has one, else by address; without the port. */
export function hostOfError(error: unknown, level = 0): string | undefined {
  const { host, hostname, address, cause, errors } = partsOf(error);
  const named = [host, hostname, address].find((one) => typeof one === 'string');
  if (named !== undefined) return (named as string).replace(/(?<=[^:]):\d+$/, '');
  if (level > depth) return undefined;
  const [first] = Array.isArray(errors) ? errors : [];
  return [first, cause].map((one) => one && hostOfError(one, level + 1)).find((one) => one !== undefined);
}

/** Whether a host is this machine itself. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || /^127\./.test(host) || /^\[?::1\]?$/.test(host);
}

function partsOf(error: unknown): Readonly<Record<string, unknown>> {
  return typeof error === 'object' && error !== null ? (error as Readonly<Record<string, unknown>>) : {};
}
