import type { Service } from '../services/service.js';

const gap = 2;

/** The names of a service's operations, in as many columns as there is room for. */
export function operationList({ operations }: Service, columns: number): string {
  const names = [...operations.keys()].sort();
  const width = Math.max(...names.map((name) => name.length)) + gap;
  const across = Math.max(1, Math.floor((columns - gap) / width));
  const down = Math.ceil(names.length / across);
  const lines = Array.from({ length: down }, (_, row) =>
    names
      .filter((_name, at) => at % down === row)
      .map((name) => name.padEnd(width))
      .join('')
      .trimEnd(),
  );
  return `\nOperations:\n${lines.map((line) => `  ${line}\n`).join('')}`;
}
