/** UTF-16 puts the characters behind U+FFFF here, before U+E000; UTF-8 puts them last. */
const FIRST_SURROGATE = 0xd800;
const FIRST_BEHIND_SURROGATES = 0xe000;

/**
 * The order of two names' UTF-8 bytes, by which object stores sort; JavaScript's own order differs behind U+D7FF.
 *
 * Negative when `a` comes first, positive when `b` does, 0 when they are equal: for `sort`, and for merging listings. Nothing is
 * encoded. The names are whole characters: what a store lists always is.
 *
 * @example
 * ```ts
 * ['😀', '\uFFFD', 'z'].sort(compareUtf8); // ['z', '\uFFFD', '😀'], where sort() alone puts the smiley second
 * ```
 */
export function compareUtf8(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return inUtf8Order(left) - inUtf8Order(right);
  }
  return a.length - b.length;
}

/** Moves the surrogates behind all other units, so that units compare as the bytes of their characters do. */
function inUtf8Order(unit: number): number {
  if (unit < FIRST_SURROGATE) return unit;
  return unit < FIRST_BEHIND_SURROGATES ? unit + 0x10000 : unit;
}
