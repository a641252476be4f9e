import { isTest } from '../../source/files.mjs';
import { lineAt, syntax } from '../../source/syntax.mjs';

/** @typedef {import('../../source/files.mjs').SourceFile} SourceFile */
/** @typedef {{ path: string, kind: string, line: number }} Escape */

/** Comments that switch a check off; an expected error belongs to type tests, where it is the assertion. */
const directive = /@ts-(?:ignore|nocheck|expect-error)|biome-ignore(?:-all)?|v8 ignore/;

/** JSDoc is how the tools are typed. */
const jsdocAny = /@(?:type|param|returns|typedef)\s*\{[^}]*\bany\b/;

/**
 * A test may hand in what the types forbid: only there is a double assertion no escape.
 * @param {import('../../source/syntax.mjs').Node} node
 * @param {boolean} testing
 */
function escapeOf(node, testing) {
  if (node.type === 'TSAnyKeyword') return 'any';
  if (testing) return undefined;
  const inner = /** @type {{ type?: string, typeAnnotation?: { type?: string } }} */ (node['expression'] ?? {});
  const twice = node.type === 'TSAsExpression' && inner.type === 'TSAsExpression';
  return twice && inner.typeAnnotation?.type === 'TSUnknownKeyword' ? 'as unknown as' : undefined;
}

/**
 * The places where a file leaves the type system or switches off a check.
 * @param {SourceFile} file
 * @returns {Escape[]}
 */
export function escapesOf({ path, text }) {
  const { nodes, comments } = syntax(path, text);
  const typed = nodes.flatMap((node) => {
    const kind = escapeOf(node, isTest(path));
    return kind ? [{ path, kind, line: lineAt(text, node.start) }] : [];
  });
  const said = comments.flatMap(({ value, start }) => {
    const kind = directive.exec(value)?.[0] ?? (jsdocAny.test(value) ? 'any' : undefined);
    const expected = kind === '@ts-expect-error' && path.endsWith('.test-d.ts');
    return kind && !expected ? [{ path, kind, line: lineAt(text, start) }] : [];
  });
  return [...typed, ...said];
}

/**
 * Escapes without an excuse, and excuses without an escape, one sentence each.
 * @param {readonly SourceFile[]} files
 * @param {readonly { path: string, kind: string, why: string }[]} excused one entry for each escape
 */
export function unexcused(files, excused) {
  const rest = [...excused];
  const found = files.flatMap(escapesOf).filter(({ path, kind }) => {
    const at = rest.findIndex((entry) => entry.path === path && entry.kind === kind);
    if (at !== -1) rest.splice(at, 1);
    return at === -1;
  });
  return [
    ...found.map(
      ({ path, kind, line }) =>
        `${path}:${line} has '${kind}', but only what tools/checks/escapes/excused.mjs lists may escape a check.`,
    ),
    ...rest.map(
      ({ path, kind }) =>
        `tools/checks/escapes/excused.mjs excuses '${kind}' in ${path}, but it is not there: take the line away.`,
    ),
  ];
}
