import { badRequest } from '../swift-error.js';

const REFERRERS: ReadonlySet<string> = new Set(['.r', '.ref', '.referer', '.referrer']);

/** An access control list as Swift writes it, whatever it looked like. Throws SwiftError for one that is none. */
export function cleanAcl(header: string, value: string): string {
  return value
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => cleanEntry(header, entry))
    .join(',');
}

function cleanEntry(header: string, entry: string): string {
  const colon = entry.indexOf(':');
  if (colon < 0) return entry;
  const [first, second] = [entry.slice(0, colon).trim(), entry.slice(colon + 1).trim()];
  if (!first.startsWith('.')) return entry;
  if (!REFERRERS.has(first)) throw badRequest(`Unknown designator '${first}' in ACL: '${entry}'`);
  if (header.includes('write')) throw badRequest(`Referrers not allowed in write ACL: '${entry}'`);
  return `.r:${referrer(second) ?? missing(entry)}`;
}

function referrer(text: string): string | undefined {
  const [, minus = '', host = ''] = /^(-?)\s*(.*)$/.exec(text) ?? [];
  const domain = host !== '*' && host.startsWith('*') ? host.slice(1).trim() : host;
  return domain === '' || domain === '.' ? undefined : `${minus}${domain}`;
}

function missing(entry: string): never {
  throw badRequest(`No host/domain value after referrer designation in ACL: '${entry}'`);
}
