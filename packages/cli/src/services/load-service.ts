import { pathToFileURL } from 'node:url';
import { clientOf, packageOf, serviceNameOf } from '../aws-cli/service-names.js';
import { CliError } from '../errors/cli-error.js';
import { findPackage } from './find-package.js';
import { noSuchService } from './no-such-service.js';
import { operationsOf } from './operation.js';
import type { ClientClass, Service } from './service.js';

type Module = Readonly<Record<string, unknown>>;

/**
 * Loads the client of a service, by the AWS CLI's name of it or by its package's.
 *
 * @throws UsageError that names the command which installs it, or the nearest name there is
 */
export async function loadService(given: string, cwd: string): Promise<Service> {
  const client = clientOf(given);
  const path = /^[a-z0-9-]+$/.test(client) ? findPackage(client, cwd) : undefined;
  if (path === undefined) throw noSuchService(given, cwd);
  const module: Module = await import(pathToFileURL(path).href);
  return {
    name: serviceNameOf(client),
    client,
    path,
    module,
    Client: clientClassOf(client, module),
    operations: operationsOf(client, module),
  };
}

/** The one that has the operations as methods: it extends the bare client. */
function clientClassOf(client: string, module: Module): ClientClass {
  const bare = Object.entries(module).filter(([name, value]) => name.endsWith('Client') && typeof value === 'function');
  const classes = Object.values(module).filter((value) => typeof value === 'function') as ClientClass[];
  const whole = classes.find(({ prototype }) =>
    bare.some(
      ([, Bare]) => prototype !== undefined && Object.getPrototypeOf(prototype) === (Bare as ClientClass).prototype,
    ),
  );
  if (whole !== undefined) return whole;
  throw new CliError(
    `${packageOf(client)} has no client that this command knows how to use: update it (npm install ${packageOf(client)})`,
  );
}
