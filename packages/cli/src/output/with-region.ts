/** What an answer's own member of the name is called, where it has one. */
const moved = 'OwnRegion';

/** An answer or a row with the region that it is from, first. A member `Region` of its own stands under `OwnRegion`. */
export function withRegion(region: string, value: object): object {
  if (!Object.hasOwn(value, 'Region')) return { Region: region, ...value };
  const entries = Object.entries(value).map(([name, member]) => [name === 'Region' ? moved : name, member]);
  return { Region: region, ...Object.fromEntries(entries) };
}
