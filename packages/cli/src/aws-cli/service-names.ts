import { services } from './table.js';

const scope = '@aws-sdk/client-';
const names: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  Object.entries(services).map(([name, client]) => [client, name]),
);

/** The npm package of a client, by what `client-` is followed by. */
export function packageOf(client: string): string {
  return `${scope}${client}`;
}

/**
 * What a service's package is called after `@aws-sdk/client-`, by the AWS CLI's name of the service or by the package's own.
 *
 * @example
 * clientOf('elbv2'); // 'elastic-load-balancing-v2'
 * clientOf('@aws-sdk/client-ec2'); // 'ec2'
 */
export function clientOf(service: string): string {
  const name = service.startsWith(scope) ? service.slice(scope.length) : service.replace(/^client-/, '');
  return Object.hasOwn(services, name) ? (services[name] ?? name) : name;
}

/** The AWS CLI's name of the service of a package. */
export function serviceNameOf(client: string): string {
  return names.get(client) ?? client;
}
