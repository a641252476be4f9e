import { optionsFor } from '../command-line/argument-options.js';
import { commonOptions, helpOption } from '../command-line/common-options.js';
import type { Level } from '../command-line/level.js';
import type { Argument } from '../parameters/argument.js';
import type { Operation } from '../services/operation.js';
import type { Service } from '../services/service.js';

/** What may stand after a service. */
export function serviceLevel({ name, operations }: Service): Level {
  return {
    name: `serviceset ${name}`,
    usage: 'OPERATION [parameters]',
    about: () => `${operations.size} operations, each in every region at once.`,
    options: [...commonOptions(), helpOption()],
    endsAtWord: true,
  };
}

/** What may stand after an operation: its parameters, and the common options that none of them has the name of. */
export function operationLevel({ name }: Service, operation: Operation, args: readonly Argument[]): Level {
  const parameters = args.flatMap(optionsFor);
  const own = new Set(parameters.map((option) => option.long));
  const common = [...commonOptions(), helpOption()].filter(({ long }) => !own.has(long));
  return {
    name: `serviceset ${name} ${operation.commandName}`,
    usage: '[parameters]',
    about: () => aboutOperation(operation),
    options: [...parameters, ...common],
    endsAtWord: false,
  };
}

function aboutOperation({ name, paginator }: Operation): string {
  const pages = paginator === undefined ? '' : ', all its pages';
  return `${name} in every region${pages}. Values: words, JSON, Key=value,Other=a,b, file://PATH, fileb://PATH.`;
}
