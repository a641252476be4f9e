const LONGEST = 64;

/**
 * Text from outside as a message shows it: quoted, on one line, printable ASCII alone, cut after 64 characters.
 *
 * @example
 * ```ts
 * quoted('us-east-1\n'); // `'us-east-1\u{a}'`
 * ```
 */
export function quoted(text: string): string {
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return `'${shown.replace(/[^ -~…]/gu, escaped)}'`;
}

function escaped(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}
