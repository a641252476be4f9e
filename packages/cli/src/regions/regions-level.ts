import { commonOptions, helpOption } from '../command-line/common-options.js';
import type { Level } from '../command-line/level.js';
import { PlainOption } from '../command-line/plain-option.js';

/** Those of the common options that mean something here. */
const kept: ReadonlySet<string> = new Set(['regions', 'region', 'local', 'output', 'profile', 'endpoint-url']);

/** What may stand after `serviceset regions`. */
export function regionsLevel(): Level {
  const common = commonOptions().filter((option) => kept.has(option.attributeName()));
  return {
    name: 'serviceset regions',
    usage: '[options]',
    about: () => 'Which regions there are, which of them a call without --regions goes to, and who says so.',
    options: [
      new PlainOption('service', '<name>', 'of this service (default: of any that is everywhere)'),
      new PlainOption('explain', '<region>', 'why this region is in or out, in a sentence'),
      ...common,
      helpOption(),
    ],
    endsAtWord: false,
  };
}
