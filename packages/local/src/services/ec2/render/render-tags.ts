import type { XmlWriter } from '../../../wire/xml-writer.js';

/** Whether an answer shows what was just made, or what is there: EC2 shows some elements differently. */
export type Occasion = 'made' | 'described';

/** A resource's tags. Where it has none, what was just made has an empty element, and what is described has none. */
export function renderTags(xml: XmlWriter, tags: ReadonlyMap<string, string>, occasion: Occasion): void {
  if (tags.size === 0 && occasion === 'described') return;
  xml.items('tagSet', tags, ([key, value]) => {
    xml.leaf('key', key);
    xml.leaf('value', value);
  });
}
