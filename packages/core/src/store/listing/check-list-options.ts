import { OptionError } from '../../errors/option-error.js';
import { quoted } from '../../errors/quoted.js';
import type { Facts } from '../facts/facts.js';
import { type Field, fields } from '../facts/field.js';
import { UnsupportedError } from '../facts/unsupported-error.js';
import { type Budget, checkBudget } from '../requests/budget.js';
import { compareUtf8 } from '../text/compare-utf8.js';
import type { AskedFields, ListChoice } from './list-options.js';

/** The options as they come from a caller whom no compiler has checked. */
export type GivenListOptions = ListChoice<Field> & {
  readonly budget?: Budget | undefined;
  readonly ordered?: boolean | undefined;
};

/** Throws for options that cannot work, before anything is sent, and sorts the fields by what they cost. */
export function checkListOptions(facts: Facts, options: GivenListOptions): AskedFields {
  checkChoice(facts, options);
  checkBudget(options.budget);
  if (options.ordered === false && options.budget !== undefined) {
    throw new OptionError('a listing with a budget is in order, to be gone on with: leave ordered: false out');
  }
  const asked = askedFields(facts, options.with ?? []);
  if (asked.perKey.length > 0 && options.budget === undefined) throw new OptionError(unpaid(facts, asked.perKey));
  return asked;
}

/** The same for a plan, which needs no budget. */
export function checkChoice(facts: Facts, options: ListChoice<Field>): void {
  atLeastOne('parallel', options.parallel);
  atLeastOne('heads', options.heads);
  if (facts.order === 'unordered') checkUnordered(facts, options);
  const { after, before } = options;
  if (after !== undefined && before !== undefined && compareUtf8(after, before) >= 0) {
    throw new OptionError(`no name is after ${quoted(after)} and before ${quoted(before)}; after has to sort first`);
  }
}

/** The fields that were asked for, by what they cost here. */
export function askedFields(facts: Facts, wanted: readonly Field[]): AskedFields {
  for (const field of wanted) {
    if (!fields.includes(field)) {
      throw new OptionError(`with has ${quoted(String(field))}; give some of ${fields.join(', ')}`);
    }
    if (facts.fields[field] === 'never') throw new UnsupportedError(facts, field);
  }
  const costing = (cost: string) => fields.filter((field) => wanted.includes(field) && facts.fields[field] === cost);
  return { inline: costing('inline'), perKey: costing('perKey') };
}

function atLeastOne(option: string, value: number | undefined): void {
  if (value === undefined || (Number.isSafeInteger(value) && value >= 1)) return;
  throw new OptionError(`${option} is ${quoted(String(value))}; give a whole number, 1 or more`);
}

function checkUnordered({ kind }: Facts, { after, before }: ListChoice<Field>): void {
  if (after === undefined && before === undefined) return;
  throw new OptionError(`${kind} lists in no order: after and before cannot be used there`);
}

function unpaid({ kind }: Facts, perKey: readonly Field[]): string {
  const names = perKey.join(' and ');
  return `on ${kind}, ${names} costs one HEAD for each key: say what may be spent by budget: { maxRequests }, and ask list.plan() what it takes`;
}
