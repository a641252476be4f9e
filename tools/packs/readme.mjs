/**
 * The first example of a README: its first block of TypeScript, or of JavaScript, which is TypeScript too.
 * @param {string} readme
 * @returns {string | undefined}
 */
export function firstExample(readme) {
  return /^```(?:ts|js)\r?\n([\s\S]*?)^```/m.exec(readme)?.[1];
}

/**
 * What the first `npm install` line of a README tells a user to install.
 * @param {string} readme
 * @returns {readonly string[]} names, options left out
 */
export function firstInstall(readme) {
  const [, line = ''] = /^npm install (.*)$/m.exec(readme) ?? [];
  return line.split(/\s+/).filter((word) => word !== '' && !word.startsWith('-'));
}
