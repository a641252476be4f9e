import { UsageError } from '../errors/cli-error.js';
import { nearest } from '../names/nearest.js';
import { shown } from '../names/shown.js';
import type { Operation } from './operation.js';
import type { Service } from './service.js';

/** The operation of a service by the AWS CLI's name of it. @throws UsageError that names the nearest */
export function chooseOperation({ name, operations }: Service, given: string): Operation {
  const found = operations.get(given);
  if (found !== undefined) return found;
  const near = nearest(given, [...operations.keys()]);
  const hint = near === undefined ? '' : `; did you mean ${near}?`;
  throw new UsageError(
    `${name} has no operation ${shown(given)}${hint} (serviceset ${name} --help lists all ${operations.size})`,
  );
}
