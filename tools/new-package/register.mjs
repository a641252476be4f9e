import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeTable } from '../readme/write.mjs';
import { format } from './format.mjs';

/** @typedef {import('./words/plan.mjs').Plan} Plan */

/** @param {string} path @param {(text: string) => string} change */
const edit = (path, change) => writeFileSync(path, change(readFileSync(path, 'utf8')));

/**
 * CODEOWNERS with one more package: sorted, its owners in one column.
 * @param {string} codeowners
 * @param {string} name
 * @param {string} owner
 */
export function withOwner(codeowners, name, owner) {
  const lines = [...codeowners.trimEnd().split('\n'), `/packages/${name}/ ${owner}`];
  const isPackage = (/** @type {string} */ line) => line.startsWith('/packages/');
  const packages = lines.filter(isPackage).sort();
  const split = (/** @type {string} */ line) => line.split(/\s+(?=@)/);
  const width = Math.max(...packages.map((line) => split(line)[0]?.length ?? 0)) + 2;
  const aligned = [...lines.filter((line) => !isPackage(line)), ...packages].map((line) => {
    const [path = '', ...owners] = split(line);
    return line.startsWith('#') || owners.length === 0 ? line : path.padEnd(width) + owners.join(' ');
  });
  return `${aligned.join('\n')}\n`;
}

/**
 * The root's tsconfig.json with one more reference.
 * @param {string} text
 * @param {string} name
 */
export function withReference(text, name) {
  const config = /** @type {{ references: { path: string }[] }} */ (JSON.parse(text));
  const paths = [...config.references.map(({ path }) => path), `packages/${name}`].sort();
  return JSON.stringify({ ...config, references: paths.map((path) => ({ path })) });
}

/**
 * docs/dependencies.md with a line for the SDK client that a package stands on, after those of the others.
 * @param {string} page
 * @param {string} name
 * @param {NonNullable<Plan['peer']>} peer
 */
export function withPeer(page, name, peer) {
  const line = `| \`${peer.name}\` (peer) | ${name} | ${peer.service} itself | the user's own copy is used | the user has it |`;
  const lines = page.split('\n');
  const last = lines.findLastIndex((one) => one.includes('` (peer) |'));
  if (last === -1) throw new Error('docs/dependencies.md has no line with (peer) to put the next one after');
  return lines.toSpliced(last + 1, 0, line).join('\n');
}

/** What all packages share, and a new one changes. */
const shared = ['CODEOWNERS', 'README.md', 'tsconfig.json', 'docs/dependencies.md'];

/** @param {Plan} plan */
const changesetOf = ({ words }) => `.changeset/first-${words['name']}.md`;

/**
 * Keeps what {@link register} changes; what it returns puts that back.
 * @param {string} root
 * @param {Plan} plan
 */
export function keep(root, plan) {
  const texts = shared.map((path) => /** @type {const} */ ([join(root, path), readFileSync(join(root, path))]));
  return () => {
    for (const [path, text] of texts) writeFileSync(path, text);
    rmSync(join(root, changesetOf(plan)), { force: true });
  };
}

/**
 * Makes a package known to what all packages share.
 * @param {string} root
 * @param {Plan} plan
 * @param {string} owner
 * @returns {Promise<readonly string[]>} the files that changed
 */
export async function register(root, plan, owner) {
  const { peer, words } = plan;
  const { name = '', description = '' } = words;
  const changeset = changesetOf(plan);
  edit(join(root, 'CODEOWNERS'), (text) => withOwner(text, name, owner));
  edit(join(root, 'tsconfig.json'), (text) => withReference(text, name));
  await format(root, [join(root, 'tsconfig.json')]);
  if (peer) edit(join(root, 'docs/dependencies.md'), (text) => withPeer(text, name, peer));
  writeFileSync(join(root, changeset), `---\n'@proj/${name}': minor\n---\n\n${description}\n`);
  writeTable(root);
  return [changeset, 'CODEOWNERS', 'README.md', 'tsconfig.json', ...(peer ? ['docs/dependencies.md'] : [])];
}
