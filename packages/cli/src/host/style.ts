import { styleText } from 'node:util';
import type { Host } from './host.js';
import type { Printer } from './printer.js';

/** How text may look. */
type Look = 'bold' | 'dim' | 'red' | 'yellow' | 'green';

/** Gives text its look, or leaves it as it is. */
export type Paint = (look: Look, text: string) => string;

/** Colours for a terminal that wants them: https://no-color.org */
export function paintFor(printer: Printer, { env }: Host): Paint {
  const wanted = printer.isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  return wanted ? (look, text) => styleText(look, text, { validateStream: false }) : (_, text) => text;
}
