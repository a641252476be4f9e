/** An Availability Zone. */
export interface AvailabilityZone {
  /** Such as `us-east-1a`. */
  readonly name: string;
  /** Such as `use1-az1`: the same place under every account's own letters. */
  readonly id: string;
}

const LETTERS = ['a', 'b', 'c'];
const DIRECTIONS: ReadonlyMap<string, string> = new Map([
  ['northeast', 'ne'],
  ['southeast', 'se'],
  ['northwest', 'nw'],
  ['southwest', 'sw'],
]);

/** The three zones that each region has here. */
export function availabilityZones(region: string): readonly AvailabilityZone[] {
  const prefix = zoneIdPrefix(region);
  return LETTERS.map((letter, index) => ({ name: `${region}${letter}`, id: `${prefix}-az${index + 1}` }));
}

/** `ap-southeast-2` is `apse2`; `us-east-1` is `use1`. */
function zoneIdPrefix(region: string): string {
  return region
    .split('-')
    .map((part, index) => (index === 0 || /^\d+$/.test(part) ? part : (DIRECTIONS.get(part) ?? part.charAt(0))))
    .join('');
}
