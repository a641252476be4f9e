const begin = '<!-- modules: written by `npm run readme` -->';
const end = '<!-- modules end -->';

/**
 * A README with another table between its two marks.
 * @param {string} readme
 * @param {string} table
 */
export function withTable(readme, table) {
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`README.md has no place for the table: '${begin}' and then '${end}'`);
  return `${readme.slice(0, from + begin.length)}\n\n${table}\n\n${readme.slice(to)}`;
}
