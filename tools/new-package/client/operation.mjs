import { singularOf } from '../names.mjs';
import { Refusal } from '../refusal.mjs';

/** @typedef {import('./service-client.mjs').ServiceClient} ServiceClient */
/** @typedef {readonly unknown[] & { 6?: number }} Shape a schema; a structure's seventh element counts its required members */
/** @typedef {{ name: string, input: Shape, output: Shape }} Operation */

/** @param {unknown} shape its schema, or a function that gives it @returns {Shape} */
const resolve = (shape) => /** @type {Shape} */ (typeof shape === 'function' ? shape() : shape);

/** @param {string} name @param {ServiceClient} client @returns {Operation} */
function operationOf(name, { module }) {
  const schema = /** @type {readonly unknown[]} */ (module[`${name}$`]);
  return { name, input: resolve(schema[4]), output: resolve(schema[5]) };
}

/** @param {string} operation such as `ListQueues` */
const methodOf = (operation) => operation.replace(/^./, (letter) => letter.toLowerCase());

/**
 * The operations that list something in pages and want to know nothing for it.
 * @param {ServiceClient} client
 * @returns {Operation[]}
 */
function listings(client) {
  const names = Object.keys(client.module).flatMap((key) => /^paginate(\w+)$/.exec(key)?.[1] ?? []);
  return names.map((name) => operationOf(name, client)).filter(({ input }) => (input[6] ?? 0) === 0);
}

/**
 * The operation that the first resource is listed by.
 * @param {ServiceClient} client
 * @param {string | undefined} wanted its method, such as `listQueues`
 * @returns {Operation}
 */
export function chooseListing(client, wanted) {
  const all = listings(client);
  const there = all.map(({ name }) => methodOf(name));
  if (all.length === 0) throw new Refusal(`${client.name} has no operation that lists something in pages by itself.`);
  const names = there.join(', ');
  if (wanted === undefined && all.length > 1) {
    throw new Refusal(`${client.name} lists several things: say which by --list, one of ${names}.`);
  }
  const found = wanted === undefined ? all[0] : all[there.indexOf(wanted)];
  if (found === undefined) {
    throw new Refusal(`${client.name} has no '${wanted}' that pages without a required member; there is: ${names}.`);
  }
  return found;
}

/**
 * What an operation lists, one of it, as its name says: `ListQueues` a `Queue`.
 * @param {Operation} operation
 */
export function listedBy({ name }) {
  const [, things = ''] = /^(?:List|Describe|Get)(\w+)$/.exec(name) ?? [];
  const thing = singularOf(things);
  if (thing !== undefined) return thing;
  throw new Refusal(`${name} does not say what one of its things is called: give it by --resource.`);
}
