import { bytesOf, type Containers, type Kept, md5Of, pageOf } from './store.js';
import type { Answer, Asked } from './swift.js';

const keptHeader = /^(x-object-meta-|x-delete-at|x-object-manifest|content-type|content-encoding|content-disposition)/;

function chosen(headers: Readonly<Record<string, string>>, form: RegExp): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name, value]) => form.test(name) && value !== ''));
}

/** What an account answers. */
export function ofAccount(containers: Containers, { method, query, body }: Asked): Answer {
  if (query.has('bulk-delete')) return bulkDelete(containers, body.toString());
  if (method === 'POST') return { status: 204 };
  const headers = {
    'x-account-container-count': String(containers.size),
    'x-account-object-count': '3',
    'x-account-bytes-used': '12',
  };
  if (method === 'HEAD') return { status: 204, headers };
  const rows = [...containers].map(([key, { objects }]) => ({
    key,
    row: { name: key, count: objects.size, bytes: 0 },
  }));
  return { status: 200, body: pageOf(rows, query) };
}

function bulkDelete(containers: Containers, text: string): Answer {
  const names = text.trim().split('\n').map(decodeURIComponent);
  const found = names.filter((name) => {
    const [, container = '', object = ''] = /^([^/]+)\/(.*)$/.exec(name) ?? [];
    return containers.get(container)?.objects.delete(object) === true;
  });
  const report = { 'Number Deleted': found.length, 'Number Not Found': names.length - found.length, Errors: [] };
  return { status: 200, body: `  ${JSON.stringify({ ...report, 'Response Status': '200 OK' })}` };
}

/** What a container answers. */
export function ofContainer(containers: Containers, name: string, { method, query, headers }: Asked): Answer {
  const container = containers.get(name);
  if (method === 'PUT') {
    const settings = { ...container?.headers, ...chosen(headers, /^x-(container|versions)-/) };
    containers.set(name, { headers: settings, objects: container?.objects ?? new Map() });
    return { status: container === undefined ? 201 : 202 };
  }
  if (container === undefined) return { status: 404 };
  if (method === 'DELETE') {
    if (container.objects.size > 0) return { status: 409 };
    containers.delete(name);
    return { status: 204 };
  }
  if (method === 'POST') {
    for (const [header, value] of Object.entries(headers))
      if (/^x-(container|versions)-/.test(header)) container.headers[header] = value;
    return { status: 204 };
  }
  const own = chosen(container.headers, /./);
  if (method === 'HEAD')
    return { status: 204, headers: { ...own, 'x-container-object-count': String(container.objects.size) } };
  const rows = [...container.objects].map(([key, kept]) => ({ key, row: rowOf(key, kept) }));
  const page = pageOf(rows, query);
  return page === '[]' ? { status: 204 } : { status: 200, body: page };
}

function rowOf(name: string, kept: Kept): object {
  const { bytes, headers, segments, etag } = kept;
  const own = {
    name,
    bytes: bytes.byteLength,
    hash: md5Of(bytes),
    content_type: headers['content-type'],
    last_modified: '2026-11-25T10:00:00.123450',
  };
  return segments === undefined ? own : { ...own, slo_etag: `"${etag}"` };
}

/** What an object answers. */
export function ofObject(containers: Containers, container: string, name: string, asked: Asked): Answer {
  const objects = containers.get(container)?.objects;
  if (objects === undefined) return { status: 404 };
  const kept = objects.get(name);
  if (asked.method === 'PUT') return put(containers, objects, name, asked);
  if (kept === undefined) return { status: 404 };
  if (asked.method === 'POST') {
    objects.set(name, {
      ...kept,
      headers: { 'content-type': kept.headers['content-type'] ?? '', ...chosen(asked.headers, keptHeader) },
    });
    return { status: 202 };
  }
  if (asked.method === 'DELETE') return remove(containers, objects, name, asked);
  if (asked.method === 'COPY') {
    const [, to = '', object = ''] =
      /^\/([^/]+)\/(.*)$/.exec(decodeURIComponent(asked.headers['destination'] ?? '')) ?? [];
    const bytes = bytesOf(containers, kept);
    const copy = { bytes, etag: md5Of(bytes), headers: { ...kept.headers, ...chosen(asked.headers, keptHeader) } };
    containers.get(to)?.objects.set(object, copy);
    return { status: 201, headers: { etag: copy.etag } };
  }
  return read(containers, kept, asked);
}

function put(
  containers: Containers,
  objects: Map<string, Kept>,
  name: string,
  { query, headers, body }: Asked,
): Answer {
  if (headers['if-none-match'] === '*' && objects.has(name)) return { status: 412 };
  const own = { 'content-type': 'application/octet-stream', ...chosen(headers, keptHeader) };
  if (query.get('multipart-manifest') === 'put') {
    const listed = JSON.parse(body.toString()) as { path: string; etag: string; size_bytes: number }[];
    const segments = listed.map(({ path, etag, size_bytes }) => ({ name: path, hash: etag, bytes: size_bytes }));
    const all = segments.every(({ name: path, hash }) => {
      const [, container = '', object = ''] = /^\/([^/]+)\/(.*)$/.exec(path) ?? [];
      return containers.get(container)?.objects.get(object)?.etag === hash;
    });
    if (!all) return { status: 400 };
    const etag = md5Of(segments.map(({ hash }) => hash).join(''));
    if (headers['etag'] !== undefined && headers['etag'] !== etag) return { status: 422 };
    objects.set(name, { bytes: body, etag, segments, headers: { ...own, 'x-static-large-object': 'True' } });
    return { status: 201, headers: { etag: `"${etag}"` } };
  }
  const etag = md5Of(body);
  if (headers['etag'] !== undefined && headers['etag'] !== etag) return { status: 422 };
  objects.set(name, { bytes: body, etag, headers: own });
  return { status: 201, headers: { etag } };
}

function remove(containers: Containers, objects: Map<string, Kept>, name: string, { query }: Asked): Answer {
  const { segments } = objects.get(name) ?? {};
  objects.delete(name);
  if (query.get('multipart-manifest') !== 'delete') return { status: 204 };
  for (const { name: path } of segments ?? []) {
    const [, container = '', object = ''] = /^\/([^/]+)\/(.*)$/.exec(path) ?? [];
    containers.get(container)?.objects.delete(object);
  }
  return { status: 200, body: JSON.stringify({ 'Number Deleted': 1, 'Response Status': '200 OK', Errors: [] }) };
}

function read(containers: Containers, kept: Kept, { method, query, headers }: Asked): Answer {
  const etag = kept.segments === undefined ? kept.etag : `"${kept.etag}"`;
  const bare = (value = '') => value.replaceAll('"', '');
  if (headers['if-match'] !== undefined && bare(headers['if-match']) !== kept.etag) return { status: 412 };
  if (headers['if-none-match'] !== undefined && bare(headers['if-none-match']) === kept.etag) return { status: 304 };
  if (query.get('multipart-manifest') === 'get') return { status: 200, body: JSON.stringify(kept.segments ?? []) };
  const bytes = bytesOf(containers, kept);
  const own = { ...kept.headers, etag, 'x-timestamp': '1764064800.12345' };
  if (method === 'HEAD') return { status: 200, headers: { ...own, 'content-length': String(bytes.byteLength) } };
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(headers['range'] ?? '') ?? [];
  if (headers['range'] === undefined) return { status: 200, headers: own, body: bytes };
  const start = from === '' ? bytes.byteLength - Number(to) : Number(from);
  const end = from === '' || to === '' ? bytes.byteLength - 1 : Math.min(Number(to), bytes.byteLength - 1);
  const range = { 'content-range': `bytes ${start}-${end}/${bytes.byteLength}` };
  return { status: 206, headers: { ...own, ...range }, body: bytes.subarray(start, end + 1) };
}
