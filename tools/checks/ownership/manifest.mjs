/** @typedef {Record<string, unknown>} Manifest */

/**
 * What the manifest of the package in `packages/NAME` says beside its own dependencies.
 * @param {string} name
 * @returns {Manifest}
 */
const expected = (name) => ({
  name: `@proj/${name}`,
  license: 'Apache-2.0',
  type: 'module',
  repository: { type: 'git', url: 'git+https://github.com/proj/serviceset.git', directory: `packages/${name}` },
  engines: { node: '>=20.19' },
  sideEffects: false,
  publishConfig: { access: 'public' },
  scripts: {
    build: 'tsc -b',
    typecheck: 'tsc --noEmit -p tsconfig.json',
    prepack: 'node ../../tools/packs/license.mjs',
  },
});

/** @param {unknown} entry a value of `exports` */
function isTypedFirst(entry) {
  if (typeof entry === 'string') return entry === './package.json';
  return Object.keys(/** @type {object} */ (entry)).join() === 'types,default';
}

/** @param {Manifest} manifest */
function exportsRule({ exports, files }) {
  const entries = Object.values(/** @type {object} */ (exports ?? {}));
  const published =
    Array.isArray(files) && ['dist', '!dist/.tsbuildinfo', 'CHANGELOG.md'].every((entry) => files.includes(entry));
  return [
    ...(entries.length > 0 && entries.every(isTypedFirst)
      ? []
      : ["'exports' gives 'types' and then 'default' for each entry"]),
    ...(published ? [] : ["'files' has 'dist', '!dist/.tsbuildinfo' and 'CHANGELOG.md'"]),
  ];
}

/**
 * What a package's manifest should say and does not, one sentence each.
 * @param {string} name of the package's folder
 * @param {Manifest} manifest
 */
export function wrongManifest(name, manifest) {
  const fields = Object.entries(expected(name)).filter(
    ([key, value]) => JSON.stringify(manifest[key]) !== JSON.stringify(value),
  );
  const wanted = fields.map(([key, value]) => `'${key}' is ${JSON.stringify(value)}`);
  const texts = ['version', 'description'].filter((key) => typeof manifest[key] !== 'string' || manifest[key] === '');
  const rules = [...wanted, ...texts.map((key) => `there is a '${key}'`), ...exportsRule(manifest)];
  return rules.map((rule) => `packages/${name}/package.json: every package says the same, so ${rule}.`);
}
