/** `db-instance` to `dbInstance`. @param {string} kebab */
export const camelOf = (kebab) => kebab.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** `dbInstance` to `DbInstance`. @param {string} camel */
export const pascalOf = (camel) => camel.replace(/^./, (letter) => letter.toUpperCase());

/** `DBInstances` to `dbInstances`: AWS writes acronyms whole. @param {string} name */
export const lowerFirst = (name) => name.replace(/^([A-Z]+(?=[A-Z][a-z])|[A-Z]+$|[A-Z])/, (head) => head.toLowerCase());

/** `dbInstance` to `db-instance`. @param {string} camel */
export const kebabOf = (camel) => camel.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();

/** @param {string} word */
export function pluralOf(word) {
  if (/(s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

/**
 * The singular of a regular plural; nothing for any other word.
 * @param {string} word
 * @returns {string | undefined}
 */
export function singularOf(word) {
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^s]s$/.test(word) ? word.slice(0, -1) : undefined;
}

/** The word with its article. @param {string} word */
export const withArticle = (word) => `${/^[aeio]/i.test(word) ? 'an' : 'a'} ${word}`;
