import {
  checkRequestOptions,
  type RequestOptions,
  requestOptionNames,
  requestOptionsOf,
} from '../calls/request-options.js';
import { headerText } from '../headers/metadata.js';
import { pathOf } from '../wire/addresses.js';
import { ask } from '../wire/ask.js';
import type { Region } from '../wire/region.js';
import { type ContainerSettings, settingHeaders, settingNames } from './container-settings.js';

/**
 * How a container is made.
 *
 * @example
 * ```ts
 * const options: CreateContainerOptions = { metadata: { owner: 'reports' }, quotaBytes: 10_000_000 };
 * ```
 */
export interface CreateContainerOptions extends ContainerSettings, RequestOptions {
  /** The storage policy, which can be chosen only now. @defaultValue the cluster's own */
  readonly storagePolicy?: string | undefined;
}

/** Makes a container; what the options say is set in one that is there as well. */
export async function createContainer(region: Region, name: string, options: CreateContainerOptions): Promise<void> {
  const operation = 'createContainer(name, options)';
  checkRequestOptions(operation, options, [...settingNames, 'storagePolicy']);
  const { storagePolicy } = options;
  const headers = {
    ...settingHeaders(options),
    'x-storage-policy': storagePolicy && headerText('storagePolicy', storagePolicy),
  };
  await ask(region, { operation, method: 'PUT', path: pathOf(name), headers }, requestOptionsOf(options));
}

/** Sets what the options say of a container, and leaves the rest. */
export async function updateContainer(
  region: Region,
  name: string,
  options: ContainerSettings & RequestOptions,
): Promise<void> {
  const operation = 'update(settings)';
  checkRequestOptions(operation, options, [...settingNames, ...requestOptionNames]);
  const headers = settingHeaders(options);
  await ask(region, { operation, method: 'POST', path: pathOf(name), headers }, requestOptionsOf(options));
}
