/** A service and region that an address names in its path: `/ec2/eu-west-1`. */
export interface NamedAddress {
  readonly service: string;
  readonly region: string;
}

/** Services begin with a letter: `/111122223333/orders` is a queue. */
const NAMED = /^\/([a-z][a-z0-9]*)\/([a-z0-9-]+)(?:\/|$)/;

/** The path that names a service and a region. */
export function addressPath(service: string, region: string): string {
  return `/${service}/${region}`;
}

/** What the path of a request names, if anything. */
export function readAddress(path: string): NamedAddress | undefined {
  const [, service, region] = NAMED.exec(path) ?? [];
  return service && region ? { service, region } : undefined;
}
