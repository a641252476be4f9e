import { Option } from 'commander';
import { serviceNameOf } from '../aws-cli/service-names.js';
import { commonOptions, helpOption } from '../command-line/common-options.js';
import type { Level } from '../command-line/level.js';
import { installedClients } from '../services/installed-clients.js';

/** The command itself. `cwd`: where it is run, which decides what services there are. */
export function topLevel(cwd: string): Level {
  const version = new Option('--version', "the command's and Node's").helpGroup('Also:');
  return {
    name: 'serviceset',
    usage: '[options] SERVICE OPERATION [parameters]',
    about: () => about(cwd),
    options: [...commonOptions(), helpOption(), version],
    endsAtWord: true,
  };
}

function about(cwd: string): string {
  const services = installedClients(cwd).map(serviceNameOf).sort().join(', ');
  const installed = services === '' ? 'none is installed: npm install @aws-sdk/client-ec2, for one' : services;
  return `Any AWS operation in every region at once, by the AWS CLI's own names.

  serviceset ec2 describe-volumes --regions 'eu-*' --filters Name=status,Values=available
  serviceset regions      which regions there are, and which are enabled
  serviceset local        a cloud on this machine to try things on

Services: ${installed}.
Exit codes: 0 complete, 3 regions are missing or cut short, 2 wrong usage, 1 failed, 130 interrupted.`;
}
