/** The regions of one service that is not everywhere, with where and when that was read. */
interface Availability {
  readonly regions: readonly string[];
  readonly source: string;
  readonly read: string;
}

/** By signing name. Only services whose whole list of endpoints is published and settled: a wrong "no" hides data. */
const exceptions: ReadonlyMap<string, Availability> = /* @__PURE__ */ new Map<string, Availability>([
  [
    'sdb',
    {
      regions: [
        'us-east-1',
        'us-west-1',
        'us-west-2',
        'ap-southeast-1',
        'ap-southeast-2',
        'ap-northeast-1',
        'eu-west-1',
        'sa-east-1',
      ],
      source: 'https://docs.aws.amazon.com/general/latest/gr/sdb.html',
      read: '2026-11-22',
    },
  ],
]);

/**
 * Whether a service (by its signing name) is in a region: `yes` and `no` come from a dated table of exceptions, and a
 * service that is not in it is `assumed` to be everywhere.
 *
 * @example
 * ```ts
 * hasService('sdb', 'eu-west-1'); // 'yes'
 * hasService('sdb', 'eu-west-3'); // 'no'
 * hasService('ec2', 'eu-west-3'); // 'assumed'
 * ```
 */
export function hasService(service: string, region: string): 'yes' | 'no' | 'assumed' {
  const exception = exceptions.get(service);
  if (exception === undefined) return 'assumed';
  return exception.regions.includes(region) ? 'yes' : 'no';
}

/**
 * The day on which the table's word on a service was read; undefined for a service that is assumed everywhere.
 *
 * @example
 * ```ts
 * availabilityRead('sdb'); // 2026-11-22T00:00:00.000Z
 * ```
 */
export function availabilityRead(service: string): Date | undefined {
  const read = exceptions.get(service)?.read;
  return read === undefined ? undefined : new Date(read);
}
