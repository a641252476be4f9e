import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesBelow } from '../setup/fingerprint.mjs';

const folder = fileURLToPath(new URL('template', import.meta.url));
const ending = '.tmpl';

/** @typedef {Readonly<Record<string, string>>} Words */

/**
 * A text of the template with its `{{word}}`s filled in.
 * @param {string} text
 * @param {Words} words
 */
export function filled(text, words) {
  return text.replace(/\{\{(\w+)\}\}/g, (_, word) => {
    const value = Object.hasOwn(words, word) ? words[word] : undefined;
    if (value === undefined) throw new Error(`the template has {{${word}}}, and nobody says what that is`);
    return value;
  });
}

/** @param {string} overlay @returns {(readonly [path: string, text: string])[]} the texts below it, by their paths */
function textsOf(overlay) {
  const base = join(folder, overlay);
  return filesBelow(base).map((path) => {
    const name = relative(base, path).replaceAll(sep, '/').slice(0, -ending.length);
    return /** @type {const} */ ([name, readFileSync(path, 'utf8')]);
  });
}

/**
 * The files of a new package by their paths in its folder, their words not yet filled in.
 * @param {readonly string[]} overlays
 * @returns {ReadonlyMap<string, string>}
 */
export const templateOf = (overlays) => new Map(overlays.flatMap(textsOf));
