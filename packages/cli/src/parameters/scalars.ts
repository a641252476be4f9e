import { shown } from '../names/shown.js';
import type { Shape } from '../services/shape.js';
import type { Form } from './form-of.js';
import { type Place, wrong } from './place.js';
import { readTimestamp } from './timestamp.js';

type Scalar = Exclude<Form, 'structure' | 'list' | 'map' | 'document'>;

type ConvertScalar = (given: unknown, place: Place, shape: Shape) => unknown;

/** How a value that is written becomes the SDK's, for each kind that has no members. */
export const scalars: Readonly<Record<Scalar, ConvertScalar>> = {
  string: (given, place) => (typeof given === 'string' ? given : fail(given, place, 'a string')),
  boolean: (given, place) => {
    const value = place.words && typeof given === 'string' ? truths.get(given.toLowerCase()) : given;
    return typeof value === 'boolean' ? value : fail(given, place, 'true or false');
  },
  number: (given, place) => {
    const value = place.words && typeof given === 'string' ? readNumber(given) : given;
    return typeof value === 'number' && Number.isFinite(value) ? value : fail(given, place, 'a number');
  },
  'big number': (given, place, shape) => readBig(given, place, shape),
  timestamp: (given, place) => {
    const date = readTimestamp(given);
    return date ?? fail(given, place, 'a time, such as 2026-11-25T10:00:00Z or seconds since 1970');
  },
  blob: (given, place) => {
    if (given instanceof Uint8Array) return given;
    if (typeof given !== 'string' || !isBase64(given))
      return fail(given, place, 'bytes as base64 (or fileb://PATH for those of a file)');
    return Buffer.from(given, 'base64');
  },
};

const truths: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

function readNumber(text: string): number | undefined {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined;
}

function readBig(given: unknown, place: Place, shape: Shape): unknown {
  const text = typeof given === 'string' || typeof given === 'number' ? String(given) : '';
  if (!/^[+-]?\d+(\.\d+)?$/.test(text)) return fail(given, place, 'a number');
  return shape.isBigIntegerSchema() && !text.includes('.') ? BigInt(text) : Number(text);
}

function isBase64(text: string): boolean {
  return /^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text);
}

function fail(given: unknown, place: Place, wanted: string): never {
  const value = typeof given === 'string' ? shown(given) : Array.isArray(given) ? 'a list' : typeName(given);
  throw wrong(place, `${value} is not ${wanted}`);
}

function typeName(given: unknown): string {
  return typeof given === 'object' && given !== null ? 'an object' : String(given);
}
