import { XmlWriter } from '../../../wire/xml-writer.js';
import type { Instance } from '../estate/instance.js';
import { renderInstance } from './render-instance.js';

interface Part {
  readonly tags: ReadonlyMap<string, string>;
  readonly bytes: Buffer;
}

/** An instance and a set of tags are never changed, only replaced, so what was written of them stays right. */
const written = new WeakMap<Instance, Part>();

/** An instance as EC2 describes it, written once: a page of a thousand has some eighty thousand elements. */
export function instancePart(instance: Instance, region: string, tags: ReadonlyMap<string, string>): Buffer {
  const known = written.get(instance);
  if (known?.tags === tags) return known.bytes;
  const xml = new XmlWriter('');
  renderInstance(xml, instance, region, tags);
  const bytes = xml.toBuffer();
  written.set(instance, { tags, bytes });
  return bytes;
}
