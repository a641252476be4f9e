import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../refusal.mjs';

/** @typedef {Readonly<Record<string, unknown>>} Module */

/**
 * @typedef {object} ServiceClient an installed SDK client
 * @property {string} name of its package
 * @property {string} version that this repository is tested with
 * @property {string} className of the client with a method for each operation: `SQS`
 * @property {string} serviceId the SDK's name of the service: `Route 53`
 * @property {string} protocol `awsJson1_0`, `restXml`, …
 * @property {Module} module
 * @property {object} client a client that is never asked for anything
 */

/** @param {string} root */
const devDependenciesOf = (root) =>
  /** @type {Record<string, string>} */ (
    JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies ?? {}
  );

/**
 * Where the client's version is pinned.
 * @param {string} root
 * @param {string} name
 */
function pinnedVersion(root, name) {
  const all = devDependenciesOf(root);
  const version = all[name];
  if (version !== undefined) return version;
  throw new Refusal(
    `${name} is not among the devDependencies of package.json, where tests and \`npm run packs\` look for it: ` +
      `run \`npm install --save-dev --save-exact ${name}\`, and this again.`,
  );
}

/**
 * Loads an SDK client.
 * @param {string} root
 * @param {string} name
 * @returns {Promise<ServiceClient>}
 */
export async function loadClient(root, name) {
  const version = pinnedVersion(root, name);
  const module = /** @type {Module} */ (await import(name));
  const className = Object.keys(module).find((key) => typeof module[`${key}Client`] === 'function' && key !== '__');
  if (className === undefined) throw new Refusal(`${name} exports no client with a method for each operation.`);
  const Client = /** @type {new (config: object) => object} */ (module[`${className}Client`]);
  const client = new Client({ region: 'us-east-1', credentials: { accessKeyId: 'none', secretAccessKey: 'none' } });
  const { serviceId, protocol } = /** @type {{ config: { serviceId: string, protocol: { getShapeId(): string } } }} */ (
    client
  ).config;
  const [, shape = ''] = protocol.getShapeId().split('#');
  return { name, version, className, serviceId, protocol: shape, module, client };
}
