/**
 * The blocks of code of a README, each as it stands there.
 * @param {string} readme
 * @returns {readonly { language: string, code: string }[]}
 */
export function blocks(readme) {
  const found = readme.matchAll(/^```(ts|js)\r?\n([\s\S]*?)^```/gm);
  return [...found].map(([, language = '', code = '']) => ({ language, code }));
}
