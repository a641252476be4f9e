/** Control characters, marks that turn the direction of what follows, and what terminals take for the end of a line. */
const invisible = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;
const invisibleInJson = /(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/**
 * Text from outside as a terminal may show it: what would move the cursor, ring, colour or turn the line around is spelt out.
 *
 * @example
 * visible('a\u001b[31mb'); // 'a\\x1b[31mb'
 */
export function visible(text: string): string {
  return text.replace(invisible, escaped);
}

/** The same in a JSON text, where it is the same value: terminals obey what `JSON.stringify` leaves as it is. */
export function visibleJson(text: string): string {
  return text.replace(invisibleInJson, unicode);
}

function escaped(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  const code = character.charCodeAt(0);
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : unicode(character);
}

function unicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
