import { isDeepStrictEqual } from 'node:util';

/** @typedef {import('./requests.mjs').Ask} Ask */
/** @typedef {{ status: number, headers: Readonly<Record<string, string>>, text: string }} Answer */
/** @typedef {{ url: string, token: string }} Storage */

/** Headers that say when, where and by which server, or what of the account the other server had before. */
const ignored =
  /^(?:date|x-trans-id|x-openstack-request-id|connection|keep-alive|x-timestamp|x-put-timestamp|last-modified|content-length|transfer-encoding|x-object-version-id|x-copied-from-last-modified|x-copied-from-account|x-backend-.*|www-authenticate|vary|allow|x-account-storage-policy-.*|x-manifest-etag)$/;

/** What is of one server and of one moment, in texts and in headers. @type {readonly (readonly [RegExp, string])[]} */
const variable = [
  [/\d{10}\.\d{5}/g, 'TIMESTAMP'],
  [/\d{4}-\d\d-\d\dT[\d:.]+/g, 'TIME'],
  [/\d{4}-\d\d-\d\d [\d:]{8}/g, 'TIME'],
  [/\w{3}, \d\d \w{3} \d{4} [\d:]+ GMT/g, 'DATE'],
  [/AUTH_[A-Za-z0-9_]+/g, 'AUTH_account'],
  [/http:\/\/127\.0\.0\.1:\d+/g, 'http://host'],
  [/\/swift\/DFW/g, ''],
  [/boundary=\w+/g, 'boundary=B'],
  [/--[0-9a-f]{32}/g, '--B'],
];

/** @param {string} text */
const settled = (text) => variable.reduce((made, [pattern, word]) => made.replaceAll(pattern, word), text);

/** Lets in, by auth v1. @param {{ address: string, user: string, key: string }} auth @returns {Promise<Storage>} */
export async function storageOf({ address, user, key }) {
  const { headers } = await fetch(address, { headers: { 'x-auth-user': user, 'x-auth-key': key } });
  return { url: headers.get('x-storage-url') ?? '', token: headers.get('x-auth-token') ?? '' };
}

/** Sends one request; an empty token is none. @param {Storage} storage @param {Ask} ask @returns {Promise<Answer>} */
export async function answerOf({ url, token }, [method, path, given = {}, body]) {
  const all = Object.entries({ 'x-auth-token': token, ...given });
  const headers = Object.fromEntries(all.filter(([name, value]) => name !== 'x-auth-token' || value !== ''));
  const answer = await fetch(url + path, {
    method,
    headers,
    redirect: 'manual',
    ...(body !== undefined && { body: Buffer.from(body) }),
  });
  const shown = [...answer.headers].filter(([name]) => !ignored.test(name));
  return {
    status: answer.status,
    headers: Object.fromEntries(shown.map(([name, value]) => [name, settled(inOrder(name, value))])),
    text: settled(await answer.text()),
  };
}

/** Lists that are sets. @param {string} name @param {string} value */
function inOrder(name, value) {
  return /^access-control-(?:allow|expose)-(?:headers|methods)$/.test(name)
    ? value.split(', ').sort().join(', ')
    : value;
}

/** What is not the same in two answers. @param {Answer} real @param {Answer} local @returns {string[]} */
export function differences(real, local) {
  const names = new Set([...Object.keys(real.headers), ...Object.keys(local.headers)]);
  const headers = [...names].filter((name) => real.headers[name] !== local.headers[name]);
  return [
    ...(real.status === local.status ? [] : [`status: ${real.status}, ours ${local.status}`]),
    ...headers.map((name) => `${name}: ${real.headers[name]}, ours ${local.headers[name]}`),
    ...(isDeepStrictEqual(readable(real.text), readable(local.text)) ? [] : [`body: ${real.text}, ours ${local.text}`]),
  ];
}

/** A body as JSON, if it is such: the order of members, and spaces, are nobody's promise. @param {string} text @returns {unknown} */
function readable(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
