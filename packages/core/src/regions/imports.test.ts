import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The folders that must be free to load: what is in them may import itself and the others, and nothing else. */
const folders = ['errors', 'regions', 'targets'];

function sources(folder: string): URL[] {
  const base = new URL(`../${folder}/`, import.meta.url);
  const names = readdirSync(base).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  return names.map((name) => new URL(name, base));
}

function imports(file: URL): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/\bfrom '([^']+)'|\bimport\(?\s*'([^']+)'/g)].map(
    ([, from, dynamic]) => from ?? dynamic ?? '',
  );
}

test.each(folders)('loading %s/ loads no package and no other folder', (folder) => {
  const allowed = new RegExp(`^\\./[a-z-]+\\.js$|^\\.\\./(${folders.join('|')})/[a-z-]+\\.js$`);
  for (const file of sources(folder)) {
    for (const specifier of imports(file)) expect(specifier, file.pathname).toMatch(allowed);
  }
});

test('targets/ and errors/ know nothing of regions/', () => {
  for (const file of [...sources('targets'), ...sources('errors')]) {
    expect(imports(file).filter((specifier) => specifier.includes('/regions/'))).toEqual([]);
  }
});
