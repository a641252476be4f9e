import type { XmlWriter } from '../../../wire/xml-writer.js';
import type { Tag } from '../store/object-version.js';

/** Writes a set of tags. */
export function writeTags(xml: XmlWriter, tags: readonly Tag[]): void {
  xml.branch('TagSet', () => {
    for (const { key, value } of tags) {
      xml.branch('Tag', () => {
        xml.leaf('Key', key);
        xml.leaf('Value', value);
      });
    }
  });
}
