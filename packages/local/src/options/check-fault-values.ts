import type { Fault } from '../faults/fault.js';
import { checkKind } from './check-shape.js';

/** What a value must be, by the name of the option of a fault. */
const RULES: ReadonlyMap<string, readonly [fits: (value: unknown) => boolean, wanted: string]> = new Map([
  ['action', [isText, "an action's name, or leave it out for every action"]],
  ['times', [(value: unknown) => isWhole(value) && value >= 1, 'a whole number from 1, or leave it out for always']],
  ['status', [(value: unknown) => isWhole(value) && value >= 200 && value <= 599, 'one from 200 to 599']],
  ['code', [isText, 'the code of an error']],
  ['message', [(value: unknown) => typeof value === 'string', 'a sentence']],
  ['length', [(value: unknown) => value === 'full' || value === 'half', "'full' or 'half'"]],
  ['bytesPerSecond', [(value: unknown) => typeof value === 'number' && value > 0, 'more than 0']],
]);

/** Checks what is said of a fault. Throws {@link LocalCloudOptionsError} for the first value that cannot be. */
export function checkFaultValues(fault: Fault, option: string): void {
  for (const [name, value] of Object.entries(fault)) {
    const rule = RULES.get(name);
    if (!rule || value === undefined) continue;
    const [fits, wanted] = rule;
    checkKind(`${option}.${name}`, value, fits(value), wanted);
  }
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isWhole(value: unknown): value is number {
  return Number.isInteger(value);
}
