import { authorize } from '../access/authorize.js';
import type { StorageTarget } from '../door/storage-target.js';
import { isTrue } from '../listing/wanted.js';
import { putContainer } from '../operations/container.js';
import { putObject } from '../operations/put-object.js';
import type { SwiftCall } from '../swift-call.js';
import { answerOf } from '../wire/answers.js';

/** What an archive says of a file. */
export interface FileHeader {
  readonly size?: number | undefined;
  /** The attributes that only newer archives have. */
  readonly pax?: Readonly<Record<string, string>> | null | undefined;
}

/** What the attributes of a file begin with that become metadata, in either of two writers. */
const ATTRIBUTE = /^(?:SCHILY\.xattr|LIBARCHIVE\.xattr)\.user\.(mime_type|meta\.(.+))$/;

/** Where a file of an archive belongs; nothing where its name leaves none. */
export function placeOf({ parts: { target } }: SwiftCall, name: string): StorageTarget | undefined {
  const inside = name.replace(/^(?:\.\/)+/, '').replace(/^\/+|\/+$/g, '');
  const path = [target.container, target.object?.replace(/\/+$/, ''), inside].filter(Boolean).join('/');
  const slash = path.indexOf('/');
  if (inside === '' || slash < 0) return undefined;
  return { account: target.account, container: path.slice(0, slash), object: path.slice(slash + 1) };
}

/** Puts one file, and makes its container if there is none. Gives the status. */
export async function extractOne(
  call: SwiftCall,
  target: StorageTarget,
  header: FileHeader,
  stream: AsyncIterable<Buffer>,
): Promise<number> {
  const common = { method: 'PUT', query: new Map<string, string>() };
  const container = call.derive({ ...common, target: { ...target, object: undefined }, headers: new Map() });
  const object = call.derive({ ...common, target, headers: headersOf(call, header), stream });
  const answer = await answerOf(async () => {
    if (!container.knownContainer) {
      authorize(container, 'own');
      await putContainer.run(container);
    }
    authorize(object, 'write');
    return putObject.run(object);
  });
  // What is left of a file has to be read before the next one comes.
  for await (const _ of stream) if (answer.status < 300) break;
  return answer.status;
}

/** Every file gets what is said of the archive, and what its own attributes say. */
function headersOf(call: SwiftCall, { size, pax }: FileHeader): ReadonlyMap<string, string> {
  const headers = new Map([['content-length', String(size ?? 0)]]);
  const type = call.header('content-type');
  const detect = isTrue(call.header('x-detect-content-type'));
  if (type !== undefined && !detect) headers.set('content-type', type);
  for (const name of ['x-delete-at', 'x-delete-after']) {
    const value = call.header(name);
    if (value !== undefined) headers.set(name, value);
  }
  for (const [key, value] of Object.entries(pax ?? {})) {
    const [, attribute, name] = ATTRIBUTE.exec(key) ?? [];
    if (attribute === 'mime_type') headers.set('content-type', value);
    else if (name !== undefined) headers.set(`x-object-meta-${name.toLowerCase()}`, value);
  }
  return headers;
}
