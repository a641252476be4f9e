import { createHmac } from 'node:crypto';

/** @typedef {import('./requests.mjs').Ask} Ask */
/** @typedef {import('./requests.mjs').Asked} Asked */

const until = 4_000_000_000;
const nobody = { 'x-auth-token': '' };
const page = { ...nobody, origin: 'http://one.example' };

/** @param {string} text @param {string} [digest] */
const sign = (text, digest = 'sha256') => createHmac(digest, 'secret').update(text).digest('hex');

/** @param {string} url */
const pathOf = (url) => new URL(url).pathname.replace(/^\/swift\/\w+/, '');

/**
 * A request for an object by an address that is signed.
 * @param {string} method
 * @param {{ as?: string, expires?: number, object?: string, digest?: string, more?: string, headers?: Record<string, string> }} [how]
 * @returns {Asked}
 */
function signed(method, { as = method, expires = until, object = '/web/a.txt', digest, more = '', headers = {} } = {}) {
  return ({ url }) => {
    const signature = sign(`${as}\n${expires}\n${pathOf(url)}/web/a.txt`, digest);
    const query = `temp_url_sig=${signature}&temp_url_expires=${expires}${more}`;
    const body = method === 'PUT' ? /** @type {const} */ (['tea']) : /** @type {const} */ ([]);
    return [method, `${object}?${query}`, { ...nobody, ...headers }, ...body];
  };
}

/** @param {Readonly<Record<string, string>>} change @param {number} files @returns {Asked} */
function form(change, files) {
  return ({ url }) => {
    const fields = { redirect: '', max_file_size: '100', max_file_count: '2', expires: String(until), ...change };
    const { redirect, max_file_size, max_file_count, expires } = fields;
    const text = [`${pathOf(url)}/web/up/`, redirect, max_file_size, max_file_count, expires].join('\n');
    const signature = change['signature'] ?? sign(text);
    const parts = [
      ...Object.entries({ ...fields, signature }).map(([name, value]) => `form-data; name="${name}"\r\n\r\n${value}`),
      ...Array.from({ length: files }, (_, at) => `form-data; name="f${at}"; filename="${at}.txt"\r\n\r\ntea`),
    ];
    const body = `${parts.map((part) => `--edge\r\nContent-Disposition: ${part}\r\n`).join('')}--edge--\r\n`;
    return ['POST', '/web/up/', { ...nobody, 'content-type': 'multipart/form-data; boundary=edge' }, body];
  };
}

/** What is set before all else: a server may remember for a second what was said of a container. @type {readonly Ask[]} */
export const settings = [
  ['POST', '', { 'x-account-meta-temp-url-key': 'secret' }],
  [
    'PUT',
    '/web',
    {
      'x-container-read': '.r:*,.rlistings',
      'x-container-meta-web-index': 'index.html',
      'x-container-meta-web-error': 'error.html',
      'x-container-meta-web-listings': 'true',
      'x-container-meta-access-control-allow-origin': 'http://one.example http://two.example',
    },
  ],
  ['PUT', '/web/index.html', {}, 'home'],
  ['PUT', '/web/404error.html', {}, 'nothing here'],
  ['PUT', '/web/sub/index.html', {}, 'sub'],
  ['PUT', '/web/files/%3Ca%3E%20b.txt', {}, 'file'],
  ['PUT', '/web/files/deep/c', {}, 'x'.repeat(3000)],
  ['PUT', '/web/a.txt', { 'x-object-meta-a': '1', 'x-object-meta-public-b': '2' }, 'tea'],
];

/** Requests by callers whom nobody knows. @type {Readonly<Record<string, readonly Asked[]>>} */
export const publicRequests = {
  'signed addresses': [
    signed('GET'),
    signed('HEAD', { as: 'GET' }),
    signed('GET', { digest: 'sha1' }),
    signed('GET', { digest: 'sha512' }),
    signed('GET', { expires: 1_000_000_000 }),
    signed('GET', { as: 'PUT' }),
    signed('HEAD', { as: 'PUT' }),
    signed('GET', { object: '/web/index.html' }),
    signed('GET', { more: '&filename=b%20%C3%A9.txt' }),
    signed('GET', { more: '&inline' }),
    signed('GET', { more: '&filename=b.txt&inline' }),
    signed('PUT'),
    signed('PUT', { headers: { 'x-object-manifest': 'web/a' } }),
    ['GET', '/web/a.txt?temp_url_sig=x', nobody],
    ['GET', `/web/a.txt?temp_url_expires=${until}`, nobody],
  ],
  'signed forms': [
    form({}, 1),
    form({}, 2),
    form({}, 3),
    form({}, 0),
    form({ redirect: 'http://one.example/done' }, 1),
    form({ redirect: 'http://one.example/done?x=1', max_file_size: '1' }, 1),
    form({ max_file_size: '1' }, 1),
    form({ max_file_count: '0' }, 1),
    form({ max_file_count: 'x' }, 1),
    form({ expires: '1' }, 1),
    form({ signature: 'x' }, 1),
    ['GET', '/web?prefix=up/'],
  ],
  sites: [
    ['GET', '/web', nobody],
    ['GET', '/web/', nobody],
    ['HEAD', '/web/', nobody],
    ['GET', '/web/sub', nobody],
    ['GET', '/web/sub/', nobody],
    ['GET', '/web/files', nobody],
    ['GET', '/web/files/', nobody],
    ['GET', '/web/none', nobody],
    ['GET', '/web/none/', nobody],
    ['PUT', '/web/x', nobody, 'x'],
    ['GET', '/web/a.txt', nobody],
    ['GET', '/web/', { 'x-web-mode': 'true' }],
    ['GET', '/web/sub/', {}],
  ],
  'pages of elsewhere': [
    ['GET', '/web/a.txt', page],
    ['GET', '/web/a.txt', { ...page, origin: 'http://three.example' }],
    ['OPTIONS', '/web/a.txt', { ...page, 'access-control-request-method': 'GET' }],
    ['OPTIONS', '/web/a.txt', { ...page, origin: 'http://three.example', 'access-control-request-method': 'GET' }],
    ['OPTIONS', '/web/a.txt', page],
    [
      'OPTIONS',
      '/web',
      { ...page, 'access-control-request-method': 'PUT', 'access-control-request-headers': 'x-auth-token, x-a' },
    ],
  ],
};
