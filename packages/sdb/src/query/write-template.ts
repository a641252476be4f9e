import { OptionError } from '@proj/core';
import { joinTexts } from './join-texts.js';
import { openQuote } from './open-quote.js';
import { SelectTemplateError } from './select-template-error.js';
import { writeSubstitution } from './write-substitution.js';

/**
 * Writes a template behind the text that it begins with: its own text as it is, substitutions as whole pieces of an expression.
 *
 * The pieces of what comes out are those of the parts, one after another: no substitution can change what stands beside it.
 *
 * @throws SelectTemplateError for what cannot be substituted, and for what stands in quotes
 */
export function writeTemplate(
  tag: string,
  begin: string,
  strings: TemplateStringsArray,
  parts: readonly unknown[],
): string {
  checkTemplate(tag, strings);
  return strings.reduce((before, literal, index) => {
    const text = joinTexts(before, literal);
    if (index === parts.length) return text;
    refuseQuote(tag, index, literal);
    return joinTexts(text, writeSubstitution(tag, index, parts[index], text));
  }, begin);
}

/** Called with a list of somebody's texts instead of as a tag, a template's own text would be theirs. */
function checkTemplate(tag: string, strings: unknown): void {
  const isTemplate = Array.isArray(strings) && 'raw' in strings && strings.every((text) => typeof text === 'string');
  if (!isTemplate) throw new OptionError(`${tag} is the tag of a template: write ${tag}\`…\`, without parentheses`);
}

function refuseQuote(tag: string, index: number, literal: string): void {
  const quote = openQuote(literal);
  if (quote === undefined) return;
  const advice = 'take the quotes away, since it is given its own';
  throw new SelectTemplateError(tag, index, `stands in quotes, behind ${quote}: ${advice}`);
}
