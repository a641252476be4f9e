import { lineAt, syntax } from '../../source/syntax.mjs';

/** @typedef {import('../../source/syntax.mjs').Node} Node */
/** @typedef {{ specifier: string, line: number }} Import */

/** Node types that name a module, and the field that names it. @type {Record<string, string>} */
const naming = {
  ImportDeclaration: 'source',
  ExportNamedDeclaration: 'source',
  ExportAllDeclaration: 'source',
  ImportExpression: 'source',
  TSImportType: 'source',
  TSExternalModuleReference: 'expression',
};

/** @param {unknown} node */
const literal = (node) => {
  const { type, value } = /** @type {{ type?: string, value?: unknown }} */ (node ?? {});
  return type === 'Literal' && typeof value === 'string' ? value : undefined;
};

/** `require('x')`, `require.resolve('x')`, or the same by a name that says so. @param {Node} node */
function required(node) {
  if (node.type !== 'CallExpression') return undefined;
  const callee = /** @type {{ name?: string, object?: { name?: string } }} */ (node['callee']);
  if (!/require/i.test(callee.name ?? callee.object?.name ?? '')) return undefined;
  return literal(/** @type {unknown[]} */ (node['arguments'])[0]);
}

/**
 * Every module that a file names: imports of values and of types, re-exports, `import()`, `import('x').T`, `require()`.
 * @param {string} path
 * @param {string} text
 * @returns {Import[]}
 */
export function importsOf(path, text) {
  return syntax(path, text).nodes.flatMap((node) => {
    const field = naming[node.type];
    const specifier = field ? literal(node[field]) : required(node);
    return specifier === undefined ? [] : [{ specifier, line: lineAt(text, node.start) }];
  });
}
