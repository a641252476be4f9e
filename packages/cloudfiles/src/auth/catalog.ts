import type { RegionEndpoint } from './login.js';

/** Which of the addresses of an endpoint: for everybody, or for who is in the same data centre. */
export type EndpointInterface = 'public' | 'internal' | 'admin';

type Thing = Readonly<Record<string, unknown>>;

/** The members of what is an object; none of what is not. */
export function membersOf(value: unknown): Thing {
  return typeof value === 'object' && value !== null ? (value as Thing) : {};
}

/** The items of what is a list; none of what is not. */
function itemsOf(value: unknown): readonly Thing[] {
  return Array.isArray(value) ? value.map(membersOf) : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The object stores of a catalog of Keystone 3: an endpoint for each region and interface. */
export function endpointsOfV3(catalog: unknown, wanted: EndpointInterface): readonly RegionEndpoint[] {
  const stores = itemsOf(catalog).filter(({ type }) => type === 'object-store');
  const endpoints = stores.flatMap(({ endpoints }) => itemsOf(endpoints));
  const found = endpoints.flatMap((endpoint): RegionEndpoint[] => {
    const region = textOf(endpoint['region_id']) ?? textOf(endpoint['region']);
    const storage = textOf(endpoint['url']);
    if (endpoint['interface'] !== wanted || region === undefined || storage === undefined) return [];
    return [{ region, storage: withoutSlash(storage) }];
  });
  return onePerRegion(found);
}

/** The object stores of a catalog of the second version: an endpoint for each region, with an address for each interface. */
export function endpointsOfV2(catalog: unknown, wanted: EndpointInterface): readonly RegionEndpoint[] {
  const cdns = new Map(addressesOf(catalog, 'rax:object-cdn', 'publicURL'));
  const stores = addressesOf(catalog, 'object-store', `${wanted}URL`);
  return onePerRegion(stores.map(([region, storage]) => ({ region, storage, cdn: cdns.get(region) })));
}

function addressesOf(catalog: unknown, wanted: string, member: string): (readonly [region: string, url: string])[] {
  const services = itemsOf(catalog).filter(({ type }) => type === wanted);
  return services
    .flatMap(({ endpoints }) => itemsOf(endpoints))
    .flatMap((endpoint) => {
      const [region, url] = [textOf(endpoint['region']), textOf(endpoint[member])];
      return region === undefined || url === undefined ? [] : [[region, withoutSlash(url)] as const];
    });
}

function onePerRegion(endpoints: readonly RegionEndpoint[]): readonly RegionEndpoint[] {
  return [...new Map([...endpoints].reverse().map((endpoint) => [endpoint.region, endpoint])).values()].reverse();
}

function withoutSlash(url: string): string {
  return url.replace(/\/$/, '');
}
