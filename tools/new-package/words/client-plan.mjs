import { itemsOf } from '../client/items.mjs';
import { chooseListing, listedBy } from '../client/operation.mjs';
import { learnPages } from '../client/pages.mjs';
import { loadClient } from '../client/service-client.mjs';
import { wireOf } from '../client/wire.mjs';
import { camelOf, lowerFirst } from '../names.mjs';
import { packageWords, versionOf } from './package-words.mjs';
import { resourceWords } from './resource-words.mjs';

/** @typedef {import('./plan.mjs').Plan} Plan */
/** @typedef {import('../client/service-client.mjs').ServiceClient} ServiceClient */

/** @param {ServiceClient} client @param {string} operation */
function clientWords({ name, version, className, serviceId }, operation) {
  const short = name.replace('@aws-sdk/client-', '');
  return {
    client: name,
    clientVersion: version,
    clientClass: className,
    configType: `${className}ClientConfig`,
    serviceName: serviceId,
    endpointVariable: `AWS_ENDPOINT_URL_${serviceId.toUpperCase().replaceAll(' ', '_')}`,
    OperationName: operation,
    operation: operation.replace(/^./, (letter) => letter.toLowerCase()),
    docs: `https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/${short}/command/${operation}Command/`,
    andTheClients: " and the SDK's",
    exampleOptions: '',
    region: 'eu-west-1',
  };
}

/** @param {import('../client/items.mjs').Items} items @param {string} Resource */
function itemWords({ list, type, id }, Resource) {
  const what = type === undefined ? `an item of \`${list}\`` : `its \`${id}\``;
  const raw = type === undefined ? '' : ", `raw` (the SDK's description)";
  return {
    list,
    rawType: type ?? '',
    id: id ?? '',
    idName: id ?? list.replace(/s$/, ''),
    resourceSentence: `Each \`${Resource}\` has \`region\`, \`id\` (${what})${raw} and, by promise, \`account()\`.`,
  };
}

/**
 * A package over an SDK client: its first resource is what one of the client's operations lists.
 * @param {string} root
 * @param {import('../arguments.mjs').Wanted & { readonly client: string }} wanted
 * @returns {Promise<Plan>}
 */
export async function clientPlan(root, wanted) {
  const client = await loadClient(root, wanted.client);
  const operation = chooseListing(client, wanted.list);
  const thing = wanted.resource === undefined ? listedBy(operation) : camelOf(wanted.resource);
  const words = resourceWords(lowerFirst(thing));
  const items = itemsOf(operation, { thing, id: wanted.id });
  const pages = await learnPages(client, operation);
  const wire = wireOf(client.protocol, operation, items, pages);
  const item = items.type === undefined ? 'sdk-text' : 'sdk-structure';
  const description = `${client.serviceId} in every region: ${words.resources} that know where they live.`;
  return {
    overlays: ['common', 'sdk', item, `sdk-${wire.format}`],
    peer: { name: client.name, service: client.serviceId },
    words: {
      ...packageWords(root, wanted.name),
      localVersion: versionOf(root, 'local'),
      ...words,
      ...clientWords(client, operation.name),
      ...itemWords(items, words.Resource),
      ...pages,
      pageSize: String(wanted.pageSize),
      ...wire.words,
      description: wanted.description ?? description,
    },
  };
}
