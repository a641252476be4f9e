const PLAIN = /^[ -%'-;=?-~]*$/;
const SPECIAL = /[&<>"\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;
const NAMED: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

/**
 * Text as it may stand in XML. Control characters become numeric references, so that a tag's value comes back as it
 * was written (XML 1.0 forbids most of them even so: a strict parser may refuse the document, as it would AWS's own).
 */
export function escapeXml(text: string): string {
  return PLAIN.test(text) ? text : text.replace(SPECIAL, reference);
}

function reference(character: string): string {
  const code = character.charCodeAt(0);
  // A lone surrogate is no character: no reference can carry it.
  if (code >= 0xd800 && code <= 0xdfff) return '\uFFFD';
  return NAMED.get(character) ?? `&#x${code.toString(16).toUpperCase()};`;
}
