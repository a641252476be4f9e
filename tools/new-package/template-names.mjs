import { syntax } from '../source/syntax.mjs';
import { camelOf } from './names.mjs';
import { filled, templateOf } from './template.mjs';
import { resourceWords } from './words/resource-words.mjs';

/** @typedef {import('../source/syntax.mjs').Node} Node */
/** @typedef {import('./words/plan.mjs').Plan} Plan */

/** Words that no template has, in place of those of a package. */
const neutralName = 'qq-package';
const neutral = {
  ...resourceWords('qqThing'),
  name: neutralName,
  camel: camelOf(neutralName),
  Name: 'QqPackage',
};

/** The fields of a node that name a member, and no variable or type. @type {Readonly<Record<string, readonly string[]>>} */
const members = {
  MemberExpression: ['property'],
  Property: ['key'],
  PropertyDefinition: ['key'],
  MethodDefinition: ['key'],
  TSPropertySignature: ['key'],
  TSMethodSignature: ['key'],
  ImportSpecifier: ['imported'],
  ExportSpecifier: ['exported'],
};

/** @param {Node} node */
function memberNames(node) {
  if (node['computed'] === true || node['shorthand'] === true) return [];
  return (members[node.type] ?? []).map((field) => /** @type {Node | undefined} */ (node[field]));
}

/** The variables and types that a file names. @param {string} path @param {string} text */
function identifiersIn(path, text) {
  const { nodes } = syntax(path, text);
  const ofMembers = new Set(nodes.flatMap(memberNames));
  return nodes.filter((node) => node.type === 'Identifier' && !ofMembers.has(node)).map((node) => String(node['name']));
}

/**
 * What the template itself names, whatever a package is called: variables and types, and the folders beside the resource's own.
 * @param {Plan} plan
 */
export function namesOfTemplate({ overlays, words }) {
  const all = { ...words, ...neutral };
  const files = [...templateOf(overlays)].filter(([path]) => path.endsWith('.ts'));
  const own = /qq/i;
  const identifiers = files.flatMap(([path, text]) => identifiersIn(path, filled(text, all)));
  const folders = files.flatMap(([path]) => /^src\/([^/{]+)\//.exec(path)?.[1] ?? []);
  return { identifiers: new Set(identifiers.filter((name) => !own.test(name))), folders: new Set(folders) };
}
