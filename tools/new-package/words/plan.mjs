import { camelOf } from '../names.mjs';
import { clientPlan } from './client-plan.mjs';
import { packageWords } from './package-words.mjs';
import { resourceWords } from './resource-words.mjs';

/**
 * @typedef {object} Plan what a package is made of
 * @property {readonly string[]} overlays folders of the template, each over the one before
 * @property {{ readonly name: string, readonly service: string } | undefined} peer the SDK client that it stands on
 * @property {Readonly<Record<string, string>>} words what the template's `{{word}}`s stand for
 */

/**
 * A package over a class of its own.
 * @param {string} root
 * @param {import('../arguments.mjs').Wanted} wanted
 * @returns {Plan}
 */
function ownPlan(root, { name, resource = '', pageSize, description }) {
  const words = resourceWords(camelOf(resource));
  const own = packageWords(root, name);
  return {
    overlays: ['common', 'own'],
    peer: undefined,
    words: {
      ...own,
      ...words,
      operation: `list${words.Resources}`,
      idName: 'name',
      pageSize: String(pageSize),
      andTheClients: '',
      exampleOptions: '{ endpoints }',
      region: 'north',
      description: description ?? `${own.Name} in every region: ${words.resources} that know where they live.`,
    },
  };
}

/**
 * @param {string} root
 * @param {import('../arguments.mjs').Wanted} wanted
 * @returns {Promise<Plan>}
 */
export async function planOf(root, wanted) {
  const { client } = wanted;
  return client === undefined ? ownPlan(root, wanted) : clientPlan(root, { ...wanted, client });
}
