/** A name as code points, whose order is that of its UTF-8 bytes. */
export type CodePoints = readonly number[];

/** The code points of a name. */
export function codePoints(name: string): CodePoints {
  return Array.from(name, (character) => character.codePointAt(0) ?? 0);
}

/** The name of these code points. */
export function nameOf(points: CodePoints): string {
  return String.fromCodePoint(...points);
}

/** How many code points two names have in common at their beginning. */
export function commonLength(a: CodePoints, b: CodePoints): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) if (a[at] !== b[at]) return at;
  return length;
}

/** Whether a code point is a character by itself. Halves of pairs are none. */
export function isCharacter(point: number): boolean {
  return point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
}

/** The character so many behind this one, or the next one that is a character; `undefined` behind the last. */
export function characterBehind(point: number, distance = 1): number | undefined {
  const behind = point + distance;
  if (behind > 0x10ffff) return point < 0x10ffff ? 0x10ffff : undefined;
  return isCharacter(behind) ? behind : 0xe000;
}
