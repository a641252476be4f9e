import type { XmlWriter } from '../../../wire/xml-writer.js';
import type { Grants } from '../estate/grants.js';

/** Permissions as EC2 describes them. */
export function renderGrants(xml: XmlWriter, name: string, grants: Grants): void {
  xml.items(name, grants.list(), ({ kind, value }) => xml.leaf(kind, value));
}
