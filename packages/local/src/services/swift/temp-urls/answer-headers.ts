import type { Answer } from '../../../wire/answer.js';
import type { SwiftCall } from '../swift-call.js';

/**
 * An answer as it goes to whoever has a signed address: without what its owner noted of the object, to be saved as a file unless the
 * address says otherwise.
 *
 * @param until - seconds since 1970
 */
export function temporaryHeaders(call: SwiftCall, answer: Answer, until: number): Answer {
  const shown = Object.entries(answer.headers).filter(([name]) => !/^x-object-meta-(?!public-)/.test(name));
  const headers = Object.fromEntries(shown);
  const reads = (call.method === 'GET' || call.method === 'HEAD') && answer.status < 300;
  if (!reads) return { ...answer, headers };
  const disposition = dispositionOf(call, headers['content-disposition']);
  const expires = new Date(until * 1000).toUTCString();
  return { ...answer, headers: { ...headers, 'content-disposition': disposition, expires } };
}

function dispositionOf(call: SwiftCall, kept: string | undefined): string {
  const named = call.query('filename');
  if (call.query('inline') !== undefined) return named === undefined ? 'inline' : withName('inline', named);
  if (named !== undefined) return withName('attachment', named);
  return kept ?? withName('attachment', call.name.replace(/\/+$/, '').split('/').at(-1) ?? '');
}

function withName(how: string, name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const plain = encoded.replaceAll('%20', ' ').replaceAll('%2F', '/');
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded.replaceAll('%2F', '/')}`;
}
