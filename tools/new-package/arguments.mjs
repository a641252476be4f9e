import { parseArgs } from 'node:util';
import { Refusal } from './refusal.mjs';

const usage = `npm run new-package -- NAME --owner @org/team [--client @aws-sdk/client-x [--list listThings] [--id Member]]
  NAME           of its folder; the package is @proj/NAME
  --owner        the team that owns it, for CODEOWNERS
  --client       the SDK client that it stands on; without one it is made over a class of its own
  --list         the client's operation that its first resource is listed by, where there are several
  --id           the member of an item that names it, where that is not plain
  --resource     the first resource, as one: \`queue\` (from the operation's name; without a client to be given)
  --page-size    the largest page that the service gives (100 unless given)
  --description  its manifest's, a sentence`;

/**
 * @typedef {object} Wanted what the caller asked for
 * @property {string} name
 * @property {string} owner
 * @property {string | undefined} client
 * @property {string | undefined} list
 * @property {string | undefined} id
 * @property {string | undefined} resource
 * @property {number} pageSize
 * @property {string | undefined} description
 */

const options = /** @type {const} */ ({
  owner: { type: 'string' },
  client: { type: 'string' },
  list: { type: 'string' },
  id: { type: 'string' },
  resource: { type: 'string' },
  'page-size': { type: 'string', default: '100' },
  description: { type: 'string' },
});

/** @param {readonly string[]} argv */
function parsed(argv) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    throw new Refusal(`${/** @type {Error} */ (error).message}\n\n${usage}`, { cause: error });
  }
}

/**
 * @param {string | undefined} text
 * @param {RegExp} form
 * @param {string} sentence
 */
function check(text, form, sentence) {
  if (text !== undefined && !form.test(text)) throw new Refusal(`'${text}' ${sentence}`);
}

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * Reads the command line.
 * @param {readonly string[]} argv
 * @returns {Wanted}
 */
export function readArguments(argv) {
  const { values, positionals } = parsed(argv);
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new Refusal(`Give one name.\n\n${usage}`);
  check(name, kebab, 'is no name of a package: lower-case letters and digits in words joined by -, a letter first.');
  const { owner, client, list, id, resource, description, 'page-size': size } = values;
  if (owner === undefined) throw new Refusal('Every package has one owning team: give --owner @org/team.');
  check(owner, /^@[\w-]+\/[\w-]+$/, 'is no team: give its handle, --owner @org/team.');
  check(
    client,
    /^@aws-sdk\/client-[a-z0-9-]+$/,
    'is no service client of the SDK: give --client @aws-sdk/client-NAME.',
  );
  check(resource, kebab, 'is no name of a resource: one, in lower case, such as --resource queue or db-instance.');
  check(size, /^[1-9]\d{0,5}$/, 'is no size of a page: give a whole number, --page-size 1000.');
  check(description, /^[^"\\\n|]+$/, 'is no description: a sentence without quotes, backslashes and bars.');
  if (client === undefined && (list ?? id) !== undefined) {
    throw new Refusal('--list and --id are about a service client: give --client @aws-sdk/client-NAME too.');
  }
  if (client === undefined && resource === undefined) {
    throw new Refusal(
      'Without a service client somebody has to say what there is: give --resource, such as `container`.',
    );
  }
  return { name, owner, client, list, id, resource, pageSize: Number(size), description };
}
