/**
 * Where a call goes: a service, in a region, of an account.
 *
 * `service` is the signing name (`ec2`, `sdb`); `partition` and `account` are absent where they are not known.
 */
export interface Target {
  readonly service: string;
  readonly region: string;
  readonly partition?: string | undefined;
  readonly account?: string | undefined;
}

/** Never emptied: breakers and reports are keyed by these objects, and services × regions × accounts are few. */
const interned = new Map<string, Target>();

/**
 * The one frozen target of these coordinates: equal coordinates give the same object, so targets are keys of a Map.
 *
 * An absent member stays absent, and one that is `undefined` counts as absent.
 *
 * @example
 * ```ts
 * targetOf({ service: 'ec2', region: 'eu-west-1' }) === targetOf({ region: 'eu-west-1', service: 'ec2' }); // true
 * ```
 */
export function targetOf(coordinates: Target): Target {
  const key = keyOf(coordinates);
  const known = interned.get(key);
  if (known !== undefined) return known;
  const target = frozen(coordinates);
  interned.set(key, target);
  return target;
}

/** JSON, because any separator of our own could stand inside a name. */
function keyOf({ service, region, partition, account }: Target): string {
  return JSON.stringify([service, region, partition, account]);
}

function frozen({ service, region, partition, account }: Target): Target {
  return Object.freeze({
    service,
    region,
    ...(partition === undefined ? {} : { partition }),
    ...(account === undefined ? {} : { account }),
  });
}
