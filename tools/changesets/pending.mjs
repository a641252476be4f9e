import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The packages that a changeset's front matter names.
 * @param {string} text
 * @returns {string[]}
 */
export function namedBy(text) {
  const [, front = ''] = /^---\r?\n([\s\S]*?)^---\r?$/m.exec(text) ?? [];
  const entries = front.matchAll(/^\s*['"]?([^'":\s]+)['"]?\s*:\s*(?:major|minor|patch)\s*$/gm);
  return [...entries].map(([, name = '']) => name);
}

/**
 * Every package that a pending changeset names.
 * @param {string} root
 */
export function pendingPackages(root) {
  const folder = join(root, '.changeset');
  const files = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
  return new Set(files.flatMap((name) => namedBy(readFileSync(join(folder, name), 'utf8'))));
}
