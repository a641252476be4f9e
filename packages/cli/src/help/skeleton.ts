import { formOf } from '../parameters/form-of.js';
import { membersOf, type Shape } from '../services/shape.js';

/** How deep a form is shown: below that, `{...}` stands for it. */
const depth = 2;

/**
 * How a value is written, as help shows it.
 *
 * @example
 * skeleton(filters); // 'Name=string,Values=[string,...] ...'
 */
export function skeleton(shape: Shape): string {
  const form = formOf(shape);
  if (form === 'list') return `${skeletonOf(shape.getValueSchema(), depth, true)} ...`;
  return skeletonOf(shape, depth, true);
}

function skeletonOf(shape: Shape, levels: number, isTop: boolean): string {
  const form = formOf(shape);
  if (form === 'list') return levels === 0 ? '[...]' : `[${skeletonOf(shape.getValueSchema(), levels - 1, false)},...]`;
  if (form !== 'structure' && form !== 'map') return shape.isStreaming() ? 'path' : form;
  if (levels === 0) return '{...}';
  const pairs =
    form === 'map' ? `key=${skeletonOf(shape.getValueSchema(), levels - 1, false)},...` : pairsOf(shape, levels);
  return isTop ? pairs : `{${pairs}}`;
}

function pairsOf(shape: Shape, levels: number): string {
  const members = membersOf(shape).map(({ name, shape: member }) => `${name}=${skeletonOf(member, levels - 1, false)}`);
  return members.join(shape.isUnionSchema() ? '|' : ',');
}
