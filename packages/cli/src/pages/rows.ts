import type { Operation } from '../services/operation.js';
import { membersOf } from '../services/shape.js';
import { keptOf } from './kept-members.js';

/** Takes an answer, or a page of one, apart into rows. */
export type TakeRows = (answer: object) => readonly object[];

/** How an operation's answers are taken apart: into the items of their one list, else they are one row each. */
export function rowsOf(operation: Operation, isPaged: boolean): TakeRows {
  const list = listOf(operation);
  if (list !== undefined) return (answer) => itemsOf(answer, list);
  const { members } = keptOf(operation);
  if (!isPaged) return (answer) => [answer];
  return (page) => [Object.fromEntries(Object.entries(page).filter(([name]) => members.includes(name)))];
}

/** The one list of an operation's answer, as a path; `undefined` when it has none or several. */
export function listOf(operation: Operation): readonly string[] | undefined {
  const { members } = keptOf(operation);
  const nested = members.filter((member) => member.includes('.'));
  const lists = membersOf(operation.output)
    .filter(({ name, shape }) => shape.isListSchema() && members.includes(name))
    .map(({ name }) => name);
  const [only, ...more] = [...lists, ...nested];
  return only === undefined || more.length > 0 ? undefined : only.split('.');
}

function itemsOf(answer: object, list: readonly string[]): readonly object[] {
  const items = list.reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], answer);
  const name = list.at(-1) ?? '';
  return Array.isArray(items) ? items.map((item: unknown) => rowOf(item, name)) : [];
}

/** An item that is no structure stands under the list's own name. */
function rowOf(item: unknown, list: string): object {
  const isStructure = typeof item === 'object' && item !== null && !Array.isArray(item) && !(item instanceof Date);
  return isStructure ? item : { [list]: item };
}

/** Lists whose items are groups of what a table is of. */
const groups: ReadonlyMap<string, string> = new Map([['ec2.DescribeInstances', 'Instances']]);

/** The same for a table, where instances stand for themselves and not for the reservation that they were launched by. */
export function tableRowsOf(operation: Operation, isPaged: boolean): TakeRows {
  const take = rowsOf(operation, isPaged);
  const group = groups.get(`${operation.client}.${operation.name}`);
  if (group === undefined) return take;
  return (answer) => take(answer).flatMap((row) => (row as Readonly<Record<string, readonly object[]>>)[group] ?? []);
}
