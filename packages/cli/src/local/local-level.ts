import type { Fault, LocalCloudOptions } from '@proj/local';
import { InvalidArgumentError } from 'commander';
import { helpOption, wholeNumber } from '../command-line/common-options.js';
import type { Level } from '../command-line/level.js';
import { PlainOption } from '../command-line/plain-option.js';

/** The kinds of faults that need no more to be said of them. */
const kinds = [
  ...['silent', 'reset', 'error', 'html', 'empty', 'errorEnvelope'],
  ...['truncated', 'stall', 'drip', 'notEnabled', 'refused', 'unaccepted'],
] as const;

type Faults = Readonly<Record<string, readonly Fault[]>>;

/** What may stand after `serviceset local`. */
export function localLevel(): Level {
  return {
    name: 'serviceset local',
    usage: '[options]',
    about: () => 'A cloud on this machine: prints what other programs need to know of it, and runs until Ctrl-C.',
    options: [
      option('port', '<n>', 'on 127.0.0.1 (default: one that is free)').argParser(wholeNumber),
      option('latency', '<kind>', 'none, or measured from us-east-1').choices(['none', 'measured']),
      option('fault', '<region=kind>', `what goes wrong where, also repeated: ${kinds.join(', ')}`).argParser(fault),
      option('throttle', '', 'refuse what the documented token buckets do not give'),
      helpOption(),
    ],
    endsAtWord: false,
  };
}

function option(name: string, value: string, description: string): PlainOption {
  return new PlainOption(name, value, description);
}

function fault(text: string, before: Faults = {}): Faults {
  const [region = '', kind = ''] = text.split('=');
  if (region === '' || !(kinds as readonly string[]).includes(kind))
    throw new InvalidArgumentError(`Give a region and one of ${kinds.join(', ')}: me-south-1=silent.`);
  return { ...before, [region]: [...(before[region] ?? []), { kind } as Fault] };
}

/** The cloud that the options describe. */
export function localOptions(values: Readonly<Record<string, unknown>>): LocalCloudOptions {
  return {
    port: values['port'] as number | undefined,
    latency: values['latency'] as 'none' | 'measured' | undefined,
    faults: values['fault'] as Faults | undefined,
    throttle: values['throttle'] === true,
  };
}
