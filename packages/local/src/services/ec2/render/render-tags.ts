import type { XmlWriter } from '../../../wire/xml-writer.js';

/** A resource's tags; no element at all when it has none, as EC2 does. */
export function renderTags(xml: XmlWriter, tags: ReadonlyMap<string, string>): void {
  if (tags.size === 0) return;
  xml.items('tagSet', tags, ([key, value]) => {
    xml.leaf('key', key);
    xml.leaf('value', value);
  });
}
