import { isCliError, UsageError } from '../errors/cli-error.js';
import type { Shape } from '../services/shape.js';
import { parseShorthand } from '../shorthand/parse-shorthand.js';
import type { Argument } from './argument.js';
import { convert } from './convert.js';
import { formOf } from './form-of.js';
import type { Place } from './place.js';
import { read, referredFile } from './referred-file.js';

/**
 * The value of an argument, from what stands after its name: words, JSON, shorthand, `file://…`, `fileb://…`.
 *
 * @throws UsageError that says where what is wrong
 */
export function readArgument({ name, shape, form }: Argument, texts: readonly string[], cwd: string): unknown {
  const path = `--${name}`;
  const [only = ''] = texts;
  if (form === 'blob' && shape.isStreaming()) return read(only.replace(/^fileb?:\/\//, ''), cwd);
  const referred = texts.length === 1 ? referredFile(only, cwd) : undefined;
  if (referred instanceof Uint8Array) return convert(referred, shape, { path, words: true });
  const given = referred === undefined ? texts : [referred];
  if (form === 'list') return readList(shape, given, path, cwd);
  return readOne(shape, given[0] ?? '', path, cwd);
}

/** A list: as JSON, or item by item. */
function readList(shape: Shape, texts: readonly string[], path: string, cwd: string): unknown {
  const [only = ''] = texts;
  if (texts.length === 1 && only.trimStart().startsWith('[')) return convert(json(only, path), shape, asJson(path));
  return texts.map((text, at) => readOne(shape.getValueSchema(), text, `${path}[${at}]`, cwd));
}

const nested: ReadonlySet<string> = new Set(['structure', 'list', 'map']);

function readOne(shape: Shape, text: string, path: string, cwd: string): unknown {
  const form = formOf(shape);
  const isJson = form === 'document' || (nested.has(form) && /^\s*[[{]/.test(text));
  if (isJson) return convert(json(text, path), shape, asJson(path));
  const words = { path, words: true };
  return convert(nested.has(form) ? shorthand(text, path, cwd) : text, shape, words);
}

function asJson(path: string): Place {
  return { path, words: false };
}

/** A JSON text. @throws UsageError */
export function json(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${path}: this is not JSON (${(error as Error).message})`, { cause: error });
  }
}

function shorthand(text: string, path: string, cwd: string): unknown {
  try {
    return parseShorthand(text, (reference) => {
      const content = referredFile(reference, cwd);
      return content === undefined ? reference : Buffer.from(content).toString('utf8');
    });
  } catch (error) {
    if (!isCliError(error)) throw error;
    throw new UsageError(`${path}: ${error.message}; write it as Key=value,Other=value, or as JSON`, { cause: error });
  }
}
