/** An ETag as it is sent: in quotes. */
export function quoted(etag: string): string {
  return `"${etag}"`;
}

/** An ETag as it is compared: without its quotes. */
export function unquoted(etag: string): string {
  return etag.trim().replace(/^"(.*)"$/, '$1');
}

/** Whether a list of ETags, as conditions have them, names this one. */
export function namesEtag(list: string, etag: string): boolean {
  return list.split(',').some((one) => one.trim() === '*' || unquoted(one) === etag);
}
