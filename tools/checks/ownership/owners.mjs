/**
 * The owners that CODEOWNERS gives each path that begins with `/`.
 * @param {string} codeowners
 * @returns {Map<string, string[]>}
 */
export function ownersOf(codeowners) {
  const lines = codeowners.split('\n').map((line) => line.replace(/#.*/, '').trim());
  const words = lines.filter((line) => line.startsWith('/')).map((line) => line.split(/\s+/));
  return new Map(words.map(([path = '', ...owners]) => [path, owners]));
}

/**
 * Packages without one line of their own in CODEOWNERS, and lines without a package, one sentence each.
 * @param {readonly string[]} packages folder names
 * @param {string} codeowners
 */
export function wrongOwners(packages, codeowners) {
  const owners = ownersOf(codeowners);
  const path = (/** @type {string} */ name) => `/packages/${name}/`;
  const teams = (/** @type {string} */ name) => owners.get(path(name)) ?? [];
  const unowned = packages.filter(
    (name) => teams(name).length !== 1 || !/^@[\w-]+\/[\w-]+$/.test(teams(name)[0] ?? ''),
  );
  const left = [...owners.keys()].filter((line) => line.startsWith('/packages/') && !packages.map(path).includes(line));
  return [
    ...unowned.map(
      (name) => `CODEOWNERS: every package has one owning team, so there is a line '${path(name)} @org/team'.`,
    ),
    ...left.map((line) => `CODEOWNERS: ${line} has an owner, but there is no such package.`),
  ];
}
