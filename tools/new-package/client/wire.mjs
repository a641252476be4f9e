import { Refusal } from '../refusal.mjs';
import { schemaOf } from './items.mjs';

/** @typedef {import('./operation.mjs').Operation} Operation */
/** @typedef {import('./items.mjs').Items} Items */
/** @typedef {import('./pages.mjs').Pages} Pages */
/** @typedef {Readonly<Record<string, string>>} Words */

/** What each protocol that the template knows writes. @type {Readonly<Record<string, { format: 'json' | 'xml', contentType: string }>>} */
const protocols = {
  awsJson1_0: { format: 'json', contentType: 'application/x-amz-json-1.0' },
  awsJson1_1: { format: 'json', contentType: 'application/x-amz-json-1.1' },
  restJson1: { format: 'json', contentType: 'application/json' },
  restXml: { format: 'xml', contentType: 'application/xml' },
  awsQuery: { format: 'xml', contentType: 'text/xml' },
};

/**
 * A member's name on the wire.
 * @param {import('@smithy/core/schema').NormalizedSchema} structure
 * @param {string} member
 * @param {string} protocol
 */
function nameOnWire(structure, member, protocol) {
  const { httpQuery, jsonName, xmlName } = structure.getMemberSchema(member).getMergedTraits();
  const own = { restJson1: jsonName, restXml: xmlName, awsQuery: xmlName }[protocol];
  return String(httpQuery ?? own ?? member);
}

/** @param {string} name */
const tag = (name) => ({ begin: `<${name}>`, end: `</${name}>` });

/**
 * The tags around a list, around each item, and around an item's name.
 * @param {Operation} operation
 * @param {Items} items
 * @param {string} listName
 */
function listTags({ output }, { list, id }, listName) {
  const schema = schemaOf(output).getMemberSchema(list);
  const item = schema.getValueSchema();
  const flat = schema.getMergedTraits().xmlFlattened !== undefined;
  const outer = flat ? { begin: '', end: '' } : tag(listName);
  const each = tag(flat ? listName : String(item.getMergedTraits().xmlName ?? 'member'));
  const inner = id === undefined ? { begin: '', end: '' } : tag(nameOnWire(item, id, 'restXml'));
  return { outer, each, inner };
}

/** @param {Operation} operation @param {string} protocol */
function rootTags({ name, output }, protocol) {
  if (protocol === 'restXml')
    return tag(String(schemaOf(output).getMergedTraits().xmlName ?? schemaOf(output).getName()));
  return { begin: `<${name}Response><${name}Result>`, end: `</${name}Result></${name}Response>` };
}

/** @param {Operation} operation @param {Items} items @param {string} protocol @param {string} listName @returns {Words} */
function xmlWords(operation, items, protocol, listName) {
  const { outer, each, inner } = listTags(operation, items, listName);
  const root = rootTags(operation, protocol);
  return {
    answerBegin: root.begin,
    answerEnd: root.end,
    listBegin: outer.begin,
    listEnd: outer.end,
    itemBegin: each.begin + inner.begin,
    itemEnd: inner.end + each.end,
  };
}

/** @param {Operation} operation @param {Items} items @param {string} protocol @returns {Words} */
function jsonWords({ output }, { list, id }, protocol) {
  if (id === undefined) return { jsonItem: 'id' };
  const item = schemaOf(output).getMemberSchema(list).getValueSchema();
  return { jsonItem: `{ ${nameOnWire(item, id, protocol)}: id }` };
}

/**
 * How a page of an operation is asked for and answered on the wire, as words for the template.
 * @param {string} protocol
 * @param {Operation} operation
 * @param {Items} items
 * @param {Pages} pages
 * @returns {{ format: 'json' | 'xml', words: Words }}
 */
export function wireOf(protocol, operation, items, { sizeIn, tokenIn, tokenOut }) {
  const known = protocols[protocol];
  if (known === undefined) {
    throw new Refusal(
      `The template's tests do not speak ${protocol} yet; they know ${Object.keys(protocols).join(', ')}.`,
    );
  }
  const [input, output] = [schemaOf(operation.input), schemaOf(operation.output)];
  const listWire = nameOnWire(output, items.list, protocol);
  const common = {
    contentType: known.contentType,
    sizeWire: nameOnWire(input, sizeIn, protocol),
    tokenInWire: nameOnWire(input, tokenIn, protocol),
    tokenOutWire: nameOnWire(output, tokenOut, protocol),
    listWire,
  };
  const own = known.format === 'json' ? jsonWords : xmlWords;
  return { format: known.format, words: { ...common, ...own(operation, items, protocol, listWire) } };
}
