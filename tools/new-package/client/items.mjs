import { NormalizedSchema } from '@smithy/core/schema';
import { Refusal } from '../refusal.mjs';

/** @typedef {import('./operation.mjs').Operation} Operation */

/**
 * @typedef {object} Items what an operation lists
 * @property {string} list the output's member
 * @property {string | undefined} type of an item, where that is a structure
 * @property {string | undefined} id the member of an item that names it, where that is a structure
 */

/** @param {readonly unknown[]} shape */
export const schemaOf = (shape) => NormalizedSchema.of(/** @type {never} */ (shape));

/**
 * The member that names an item, by the forms that AWS gives such names.
 * @param {readonly string[]} texts the item's members that are texts
 * @param {string} thing such as `Queue`
 */
function namingMember(texts, thing) {
  const forms = [`${thing}Id`, `${thing}Name`, `${thing}Identifier`, 'Id', 'Name', 'Identifier', `${thing}Arn`, 'Arn'];
  return forms.flatMap((form) => texts.find((text) => text.toLowerCase() === form.toLowerCase()) ?? [])[0];
}

/**
 * @param {Operation} operation
 * @param {{ thing: string, id: string | undefined }} wanted
 * @returns {Items}
 */
export function itemsOf({ name, output }, { thing, id }) {
  const lists = [...schemaOf(output).structIterator()].filter(([, member]) => member.isListSchema());
  const [[list, schema] = ['', undefined], ...more] = lists;
  if (schema === undefined || more.length > 0) {
    throw new Refusal(
      `${name} answers with ${lists.length} lists, and the template takes one: take another by --list.`,
    );
  }
  const item = schema.getValueSchema();
  if (item.isStringSchema()) return { list, type: undefined, id: undefined };
  if (!item.isStructSchema()) throw new Refusal(`${name} lists neither texts nor structures: take another by --list.`);
  const texts = [...item.structIterator()].filter(([, member]) => member.isStringSchema()).map(([text]) => text);
  const naming = id === undefined ? namingMember(texts, thing) : texts.find((text) => text === id);
  if (naming === undefined) {
    throw new Refusal(`Which member names an item of ${list}? Say it by --id, one of ${texts.join(', ')}.`);
  }
  return { list, type: item.getName() ?? '', id: naming };
}
