import { clientOf, packageOf, serviceNameOf } from '../aws-cli/service-names.js';
import { clients } from '../aws-cli/table.js';
import { UsageError } from '../errors/cli-error.js';
import { nearest } from '../names/nearest.js';
import { shown } from '../names/shown.js';
import { installedClients } from './installed-clients.js';

/** Why there is no such service here: its client is not installed, or nobody knows it. */
export function noSuchService(given: string, cwd: string): UsageError {
  const client = clientOf(given);
  if (clients.includes(client)) {
    const name = packageOf(client);
    return new UsageError(
      `${serviceNameOf(client)} needs its client, which is not installed here: npm install ${name}`,
    );
  }
  const installed = installedClients(cwd).map(serviceNameOf);
  const near = nearest(given, [...installed, ...clients.map(serviceNameOf)]);
  const hint = near === undefined ? '' : `; did you mean ${near}?`;
  return new UsageError(`there is no service ${shown(given)}${hint} ${installedHint(installed)}`);
}

function installedHint(installed: readonly string[]): string {
  if (installed.length === 0) return 'No client is installed here: npm install @aws-sdk/client-ec2, for one';
  return `Installed here: ${installed.join(', ')}`;
}
