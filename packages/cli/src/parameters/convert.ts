import { nearest } from '../names/nearest.js';
import { shown } from '../names/shown.js';
import { type Member, membersOf, type Shape } from '../services/shape.js';
import { formOf } from './form-of.js';
import { itemOf, memberOf, type Place, wrong } from './place.js';
import { scalars } from './scalars.js';

/**
 * A value as it was written, in JSON or as words, as the SDK takes it.
 *
 * @throws UsageError for a value of another kind, an unknown member (with the nearest that there is) and a missing one
 */
export function convert(given: unknown, shape: Shape, place: Place): unknown {
  const form = formOf(shape);
  if (form === 'structure') return structureOf(given, shape, place);
  if (form === 'list') return listOf(given, shape, place);
  if (form === 'map') return mapOf(given, shape, place);
  if (form !== 'document') return scalars[form](given, place, shape);
  if (place.words) throw wrong(place, 'write a document as JSON');
  return given;
}

/** A structure, of which every member that has to be there is. */
function structureOf(given: unknown, shape: Shape, place: Place): object {
  const entries = entriesOf(given, place);
  const members = membersOf(shape);
  const values = entries.map(([name, value]) => {
    const member = members.find((one) => one.name === name) ?? noMember(name, members, place);
    return [name, convert(value, member.shape, memberOf(place, name))] as const;
  });
  const absent = members.filter(({ name, required }) => required && !entries.some(([given]) => given === name));
  if (absent.length > 0) throw wrong(place, `${absent.map(({ name }) => name).join(', ')} must be there too`);
  if (shape.isUnionSchema() && values.length !== 1) throw wrong(place, `give one of ${listed(members)}`);
  return Object.fromEntries(values);
}

function noMember(name: string, members: readonly Member[], place: Place): never {
  const near = nearest(
    name,
    members.map((member) => member.name),
  );
  const hint = near === undefined ? `; there are ${listed(members)}` : `; did you mean ${near}?`;
  throw wrong(place, `there is no member ${shown(name)}${hint}`);
}

function listed(members: readonly Member[]): string {
  return members.map(({ name }) => name).join(', ');
}

function listOf(given: unknown, shape: Shape, place: Place): readonly unknown[] {
  const items = place.words && !Array.isArray(given) ? [given] : given;
  if (!Array.isArray(items)) throw wrong(place, 'give a list');
  return items.map((item, at) => convert(item, shape.getValueSchema(), itemOf(place, at)));
}

function mapOf(given: unknown, shape: Shape, place: Place): object {
  const entries = entriesOf(given, place);
  const values = entries.map(([name, value]) => [name, convert(value, shape.getValueSchema(), memberOf(place, name))]);
  return Object.fromEntries(values);
}

function entriesOf(given: unknown, place: Place): readonly (readonly [string, unknown])[] {
  if (given instanceof Map) return [...given];
  const isObject = typeof given === 'object' && given !== null && !Array.isArray(given);
  if (isObject) return Object.entries(given);
  const how = place.words ? ', such as Key=a,Value=b' : '';
  throw wrong(place, `give names and values${how}`);
}
