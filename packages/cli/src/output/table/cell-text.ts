import { visible } from '../visible.js';

const fewest = 3;

/** A value as a cell of a table shows it; empty for what is not there. */
export function cellText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (value instanceof Date) return `${value.toISOString().slice(0, 19)}Z`;
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (Array.isArray(value)) return listText(value);
  return typeof value === 'object' ? structureText(value) : visible(String(value));
}

function listText(list: readonly unknown[]): string {
  if (list.length === 0) return '';
  const isShort = list.length <= fewest && list.every((item) => typeof item !== 'object');
  if (isShort) return list.map(cellText).join(',');
  return list.length === 1 ? '1 item' : `${list.length} items`;
}

/** A structure that has one telling member is shown as that: `State: { Name: 'running' }`. */
function structureText(structure: object): string {
  const { Name, Value, State, Status } = structure as Readonly<Record<string, unknown>>;
  const telling = [Name, Value, State, Status].find(
    (member) => typeof member === 'string' || typeof member === 'boolean',
  );
  if (telling !== undefined) return cellText(telling);
  const [only, ...more] = Object.values(structure).filter((member) => member !== undefined);
  return more.length === 0 && typeof only !== 'object' ? cellText(only) : '…';
}
