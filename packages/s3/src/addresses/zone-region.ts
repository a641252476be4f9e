import { regionInfo, regionsOf } from '@proj/core';

const directions: readonly (readonly [string, string])[] = [
  ['northeast', 'ne'],
  ['northwest', 'nw'],
  ['southeast', 'se'],
  ['southwest', 'sw'],
  ['central', 'c'],
  ['north', 'n'],
  ['south', 's'],
  ['east', 'e'],
  ['west', 'w'],
];

const partitions = ['aws', 'aws-cn', 'aws-us-gov'];

/**
 * The region of a zone, which its id abbreviates: `usw2-az1` is in `us-west-2`. `undefined` for one that no known region begins.
 *
 * @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html
 */
export function regionOfZone(zoneId: string): string | undefined {
  const [short] = zoneId.split('-');
  return partitions.flatMap((partition) => [...regionsOf(partition)]).find((region) => shortNameOf(region) === short);
}

/** `apne1` for `ap-northeast-1`. */
function shortNameOf(region: string): string {
  return region
    .split('-')
    .map((part) => directions.find(([long]) => long === part)?.[1] ?? (part === 'gov' ? 'g' : part))
    .join('');
}

/** Whether a region is one that the table knows. */
export function isKnownRegion(region: string): boolean {
  return regionInfo(region) !== undefined;
}
