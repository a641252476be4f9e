import type { Credentials } from '../set/options.js';
import type { SharedCredentials } from './shared-credentials.js';

interface Middleware {
  add(middleware: unknown, options: { readonly step: string; readonly name: string; readonly priority: string }): void;
}
type Next = (args: Args) => Promise<{ readonly output: Answered }>;
interface Args {
  readonly input: object;
}
interface Context {
  readonly __smithy_context?: { readonly selectedHttpAuthScheme?: { readonly identity?: Credentials } };
}
interface Answered {
  readonly $metadata?: { attempts?: number };
}

/**
 * Lets a client make a request once more when the service says that its credentials have expired and there are others. However many
 * clients hear it of the same credentials, the provider is asked once.
 */
export function renewExpired(
  { middlewareStack }: { readonly middlewareStack: object },
  credentials: SharedCredentials,
): void {
  const renewing = (next: Next, context: Context) => async (args: Args) => {
    try {
      return await next(args);
    } catch (error) {
      const refused = context.__smithy_context?.selectedHttpAuthScheme?.identity;
      if (refused === undefined || Object.values(args.input).some(isStream)) throw error;
      if ((await credentials.renewedAfter(error, refused)) === undefined) throw error;
      return await onceMore(() => next(args), attemptsOf(error as Answered));
    }
  };
  // As the first step, so that the second time the request is written and signed anew.
  const options = { step: 'initialize', name: 'renewExpiredCredentials', priority: 'low' };
  (middlewareStack as Middleware).add(renewing, options);
}

/** The answer to the second request, whose attempts are those of both. */
async function onceMore<A extends { readonly output: Answered }>(ask: () => Promise<A>, before: number): Promise<A> {
  try {
    const answer = await ask();
    count(answer.output, before);
    return answer;
  } catch (error) {
    count(error as Answered, before);
    throw error;
  }
}

function attemptsOf({ $metadata }: Answered): number {
  return $metadata?.attempts ?? 1;
}

function count(answered: Answered, before: number): void {
  if (answered.$metadata !== undefined) answered.$metadata.attempts = attemptsOf(answered) + before;
}

/** What is sent as it is read cannot be sent twice. */
function isStream(value: unknown): boolean {
  const { pipe, getReader } = (value ?? {}) as { readonly pipe?: unknown; readonly getReader?: unknown };
  return typeof pipe === 'function' || typeof getReader === 'function';
}
