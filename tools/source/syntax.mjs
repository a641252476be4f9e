import { parseSync } from 'oxc-parser';

/** @typedef {{ type: string, start: number, [field: string]: unknown }} Node */

/**
 * @param {unknown} value
 * @returns {value is Node}
 */
const isNode = (value) =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/**
 * Every node of a syntax tree.
 * @param {Node} node
 * @returns {Generator<Node>}
 */
function* walk(node) {
  yield node;
  for (const child of Object.values(node).flat()) if (isNode(child)) yield* walk(child);
}

/**
 * A file's syntax, node by node, and its comments.
 * @param {string} path says which language it is
 * @param {string} text
 */
export function syntax(path, text) {
  const { program, comments, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path} does not parse: ${errors[0].message}`);
  return { nodes: [...walk(/** @type {Node} */ (/** @type {unknown} */ (program)))], comments };
}

/**
 * The line, from 1, that a place in a text is on.
 * @param {string} text
 * @param {number} at
 */
export const lineAt = (text, at) => text.slice(0, at).split('\n').length;
