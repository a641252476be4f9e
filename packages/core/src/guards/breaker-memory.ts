import { ServiceSetError } from '../errors/service-set-error.js';
import type { Breakers, Failing } from './breakers.js';

/** How long an origin that could not be reached is remembered from one process to the next, in milliseconds. */
const keptFor = 600_000;
/** More than a thousand endpoints; what is longer was not written by us. */
export const longestMemory = 262_144;
const version = 1;
const longestWhy = 200;

/** What is written of an origin. Times in milliseconds since 1970. */
interface Remembered {
  readonly origin: string;
  readonly since: number;
  readonly at: number;
  readonly why: string;
}

/** Takes what a file says over. What is not of our form, of another version or time, or of an origin that may not be remembered, is passed over. */
export function recall(text: string, breakers: Breakers, mayRemember: (origin: string) => boolean, now: number): void {
  for (const one of parsed(text, now)) if (mayRemember(one.origin)) breakers.remember(one.origin, failingOf(one));
}

/** What a file is to say: what it said so far, where nothing newer is known, and what is known here. */
export function memoryOf(
  before: string,
  breakers: Breakers,
  mayRemember: (origin: string) => boolean,
  now: number,
): string {
  const failing = breakers.failing();
  const known = new Set(failing.map(({ origin }) => origin));
  const others = parsed(before, now).filter(({ origin, at }) => {
    return !known.has(origin) && (breakers.lastAnswer(origin)?.at ?? 0) < at;
  });
  const ours = failing
    .filter(({ isOpen, isLasting, at }) => isOpen && isLasting && now - at < keptFor)
    .map(rememberedOf);
  const all = [...others, ...ours].filter(({ origin }) => mayRemember(origin));
  return `${JSON.stringify({ version, breakers: all })}\n`;
}

function parsed(text: string, now: number): readonly Remembered[] {
  try {
    const memory = JSON.parse(text) as { readonly version?: unknown; readonly breakers?: unknown } | null;
    if (memory?.version !== version || !Array.isArray(memory.breakers)) return [];
    return memory.breakers.filter((one): one is Remembered => isRemembered(one, now));
  } catch {
    // Half a file, or another program's.
    return [];
  }
}

function isRemembered(one: unknown, now: number): one is Remembered {
  const { origin, since, at, why } = (one ?? {}) as Partial<Record<keyof Remembered, unknown>>;
  if (typeof origin !== 'string' || typeof since !== 'number' || typeof at !== 'number') return false;
  return typeof why === 'string' && since >= 0 && since <= at && at <= now && now - at < keptFor;
}

function failingOf({ since, at, why }: Remembered): Failing {
  const cause = new ServiceSetError(printable(why));
  return { began: since, since, at, until: at + keptFor, cause, isLasting: true };
}

function rememberedOf({ origin, since, at, cause }: Failing & { readonly origin: string }): Remembered {
  return { origin, since, at, why: printable(cause.message) };
}

/** On one line, and harmless to a terminal. */
function printable(text: string): string {
  const [line = ''] = text.split('\n', 1);
  return line.replace(/[^ -~]/g, '?').slice(0, longestWhy);
}
