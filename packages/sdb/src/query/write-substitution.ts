import { isoDate } from '../codecs/iso-date.js';
import { isAttributeName } from './attribute-name.js';
import { checkDomainName } from './check-domain-name.js';
import { isCondition } from './condition-brand.js';
import { quoteName, quoteValue } from './quote.js';
import { SelectTemplateError } from './select-template-error.js';

/**
 * What a substitution is written as, behind the text that stands before it.
 *
 * @throws SelectTemplateError for what is none of `SelectSubstitution`, and for one that cannot stand there
 */
export function writeSubstitution(tag: string, index: number, part: unknown, before: string): string {
  const place = placeBehind(before);
  const refuse = (what: string): SelectTemplateError => new SelectTemplateError(tag, index, what);
  if (place === 'domain') return writeDomain(part);
  if (place === 'limit' && typeof part === 'number') return writeWhole(part, refuse);
  if (isAttributeName(part)) return quoteName(part.name);
  if (isCondition(part)) return `(${part.text})`;
  if (Array.isArray(part)) return writeList(part, place, refuse);
  return writeValue(part, refuse);
}

type Place = 'domain' | 'limit' | 'parentheses' | undefined;
type Refuse = (what: string) => SelectTemplateError;

/** Read from the last word, which is outside of quotes: the text before a substitution leaves none open. */
function placeBehind(before: string): Place {
  const end = before.trimEnd().slice(-'?limit'.length);
  if (/(?:^|[^\w$])from$/i.test(end)) return 'domain';
  if (/(?:^|[^\w$])limit$/i.test(end)) return 'limit';
  return end.endsWith('(') ? 'parentheses' : undefined;
}

function writeDomain(part: unknown): string {
  const named = typeof part === 'object' && part !== null && 'name' in part && !isAttributeName(part);
  const name = named ? part.name : part;
  checkDomainName(name);
  return `\`${name}\``;
}

/** A list of names has no parentheses anywhere; one of values has them once. */
function writeList(list: readonly unknown[], place: Place, refuse: Refuse): string {
  if (list.length === 0) throw refuse('is an empty list, of which nothing is true: leave its condition away');
  // A hole of a list would be passed over by its methods: a copy has `undefined` there, which is refused.
  const all = Array.from(list);
  if (all.every(isAttributeName)) return all.map(({ name }) => quoteName(name)).join(', ');
  const values = all.map((value) => writeValue(value, refuse)).join(', ');
  return place === 'parentheses' ? values : `(${values})`;
}

function writeValue(value: unknown, refuse: Refuse): string {
  if (typeof value === 'string') return quoteValue(value);
  if (typeof value === 'number') return quoteValue(writeWhole(value, refuse));
  if (value instanceof Date) return quoteValue(isoDate.encode(value));
  throw refuse(`is ${shown(value)}, and takes texts, whole numbers, dates, lists of them, attr(…) and condition\`…\``);
}

/** SimpleDB compares texts, where 10 comes before 9 and -1 before -2: only what cannot be mistaken is written without a codec. */
function writeWhole(number: number, refuse: Refuse): string {
  if (Number.isSafeInteger(number) && number >= 0) return String(number);
  throw refuse('is a number with a sign, a fraction or more than 15 digits: encode it with the codec of its attribute');
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
