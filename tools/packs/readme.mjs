/**
 * The first TypeScript block of a README.
 * @param {string} readme
 * @returns {string | undefined}
 */
export function firstExample(readme) {
  return /^```ts\r?\n([\s\S]*?)^```/m.exec(readme)?.[1];
}
