import type { ComparedField } from '../listing/compared.js';
import type { Row } from '../listing/row.js';

/** What two objects of one name were compared by; `nothing` where one of them is not there. */
export type ComparedBy = 'size' | 'md5' | 'nothing';

/** By what objects are compared: their sizes, and their MD5s where both stores tell them. */
export type Comparison = 'md5' | 'size';

/** Whether two objects of one name are the same, as far as their listings tell. */
export interface Sameness {
  readonly isSame: boolean;
  readonly by: ComparedBy;
}

const md5 = /^[0-9a-f]{32}$/;

/**
 * Compares sizes first. ETags say something across stores only where each is an MD5 of the bytes: those of objects in parts or segments are of something
 * else, and never compared.
 */
export function compareRows(from: Row<ComparedField>, to: Row<ComparedField>, comparison: Comparison): Sameness {
  if (from.size !== to.size) return { isSame: false, by: 'size' };
  if (comparison === 'size' || !md5.test(from.etag) || !md5.test(to.etag)) return { isSame: true, by: 'size' };
  return { isSame: from.etag === to.etag, by: 'md5' };
}
