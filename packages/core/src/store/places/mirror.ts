import { OptionError } from '../../errors/option-error.js';
import type { Attachment } from '../losses/attachment.js';
import { lossesBetween } from '../losses/losses.js';
import { acceptLosses } from '../losses/losses-error.js';
import { isBudgetError } from '../requests/budget-error.js';
import { copyOne } from './copy-one.js';
import { type DiffOptions, diff } from './diff.js';
import { mapAsDone } from './map-as-done.js';
import type { StorePlace } from './store-place.js';

/**
 * How one place is made like another.
 *
 * @example
 * ```ts
 * const options: MirrorOptions = { prefix: '2026/', accept: ['acl', 'storageClass'], delete: true };
 * ```
 */
export interface MirrorOptions extends DiffOptions {
  /** What may be lost on the way, since the second place cannot hold it. @defaultValue nothing */
  readonly accept?: readonly Attachment[] | undefined;
  /** Whether what the first place does not have is deleted in the second. @defaultValue false */
  readonly delete?: boolean | undefined;
  /** Objects at once. @defaultValue 8 */
  readonly concurrency?: number | undefined;
}

/** What became of one name. */
export interface MirrorOutcome {
  readonly name: string;
  readonly action: 'copied' | 'deleted';
  readonly bytes: number;
  /** Why it was not done; the others go on. */
  readonly error: unknown;
}

/**
 * Makes the second place like the first: copies what is not the same, and deletes what is not there when it is asked to. What was done is the same from then on, so
 * that a run that was cut off is gone on with by another. Gives outcomes as they come.
 *
 * @throws LossesError before anything is sent, when something would be lost that may not be
 * @example
 * ```ts
 * for await (const { name, error } of mirror(bucket, container, { accept: ['acl'] })) if (error) console.warn(name, error);
 * ```
 */
export function mirror(
  from: StorePlace,
  to: StorePlace,
  options: MirrorOptions = {},
): AsyncGenerator<MirrorOutcome, void, undefined> {
  const { accept, concurrency = 8 } = options;
  if (!Number.isSafeInteger(concurrency) || concurrency < 1) {
    throw new OptionError(`concurrency is ${String(concurrency)}; give how many objects go at once, 1 or more`);
  }
  acceptLosses(lossesBetween(from.facts, to.facts), accept);
  return run(from, to, { ...options, concurrency });
}

async function* run(
  from: StorePlace,
  to: StorePlace,
  options: MirrorOptions & { readonly concurrency: number },
): AsyncGenerator<MirrorOutcome, void, undefined> {
  const extra: string[] = [];
  const outcomes = mapAsDone(
    notExtra(diff(from, to, options), (name) => extra.push(name)),
    options.concurrency,
    (name) => outcomeOf(name, 'copied', () => copyOne(from, to, name, options)),
  );
  yield* outcomes;
  if (!options.delete) return;
  for await (const { name, error } of to.deleteObjects(given(extra)))
    yield { name, action: 'deleted', bytes: 0, error };
}

/** What is to be copied. Nothing is deleted before all is there. */
async function* notExtra(differences: ReturnType<typeof diff>, keep: (name: string) => void): AsyncGenerator<string> {
  for await (const { name, kind } of differences) {
    if (kind === 'extra') keep(name);
    else yield name;
  }
}

async function* given(names: readonly string[]): AsyncGenerator<string> {
  yield* names;
}

/** One that fails keeps no other from being done; a budget that is spent ends all. */
async function outcomeOf(name: string, action: 'copied', work: () => Promise<number>): Promise<MirrorOutcome> {
  try {
    return { name, action, bytes: await work(), error: undefined };
  } catch (error) {
    if (isBudgetError(error)) throw error;
    return { name, action, bytes: 0, error };
  }
}
