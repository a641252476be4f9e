import { UnsupportedError } from '@proj/core/store';
import { checkRequestOptions, type RequestOptions, requestOptionsOf } from '../calls/request-options.js';
import { Cdn } from '../cdn/cdn.js';
import { Container } from '../containers/container.js';
import { type CreateContainerOptions, createContainer } from '../containers/create-container.js';
import { type DeleteManyOptions, type DeleteOutcome, deleteNames } from '../deleting/delete-many.js';
import type { CloudFilesFacts } from '../facts/cloud-files-facts.js';
import type { StoreFacts } from '../facts/index.js';
import type { SwiftFacts } from '../facts/swift-facts.js';
import { type Metadata, metadataHeaders } from '../headers/metadata.js';
import { type SigningKeys, signingKeyHeaders } from '../signed/signing-keys.js';
import { ask } from '../wire/ask.js';
import type { Region } from '../wire/region.js';
import { SwiftClient } from '../wire/swift-client.js';
import { type AccountAccess, accessHeader } from './account-access.js';
import { type AccountInfo, accountInfoOf } from './account-info.js';
import { type ClusterInfo, clusterInfo } from './cluster-info.js';
import { type ContainersOptions, containerPages } from './list-containers.js';

/**
 * The account in one region: what `cloudFiles(auth)` has in each, and what its `at(region)` gives.
 *
 * Methods throw the errors named, an `HttpStatusError` for an answer that is no success, a `ConnectionError`, a `LoginError`, and core's `TimeOverError`,
 * `CancelledError` and `OptionError`.
 *
 * @example
 * ```ts
 * const dallas = everywhere.at('DFW');
 * const reports = await dallas.createContainer('reports');
 * ```
 */
export class Account<F extends StoreFacts = SwiftFacts> {
  /** The region's name. */
  readonly region: string;
  /** The account's requests as they are. */
  readonly native: SwiftClient;
  readonly #region: Region<F>;

  constructor(region: Region<F>) {
    this.region = region.name;
    this.native = new SwiftClient(region);
    this.#region = region;
  }

  /** What the account has in this region. */
  async head(options: RequestOptions = {}): Promise<AccountInfo> {
    checkRequestOptions('head(options)', options);
    const request = { operation: 'head of the account', method: 'HEAD', path: '' };
    const headers = await ask(this.#region, request, requestOptionsOf(options));
    return accountInfoOf({ operation: request.operation, region: this.region }, headers);
  }

  /** All containers, in the order of their names. */
  async containers(options: ContainersOptions = {}): Promise<readonly Container<F>[]> {
    const all: Container<F>[] = [];
    for await (const page of this.paginateContainers(options)) for (const one of page) all.push(one);
    return all;
  }

  /** The same page by page, each asked for when it is wanted. */
  async *paginateContainers(options: ContainersOptions = {}): AsyncGenerator<readonly Container<F>[], void, undefined> {
    for await (const page of containerPages(this.#region, options)) {
      yield page.map((listed) => new Container(this.#region, listed.name, listed));
    }
  }

  /** A container by its name, which there may be or not: nothing is asked until something is done with it. @throws OptionError */
  container(name: string): Container<F> {
    return new Container(this.#region, name);
  }

  /** Makes a container. One that is there already is given as it is. */
  async createContainer(name: string, options: CreateContainerOptions = {}): Promise<Container<F>> {
    const container = this.container(name);
    await createContainer(this.#region, name, options);
    return container;
  }

  /** Sets metadata of the account, and leaves what is not named as it is; an empty text takes one away. */
  async updateMetadata(metadata: Metadata, options: RequestOptions = {}): Promise<void> {
    checkRequestOptions('updateMetadata(metadata, options)', options);
    const headers = metadataHeaders('Account', metadata);
    await ask(
      this.#region,
      { operation: 'updateMetadata(metadata)', method: 'POST', path: '', headers },
      requestOptionsOf(options),
    );
  }

  /** Sets the keys of signed addresses for all that the account has in this region. */
  async setSigningKeys(keys: SigningKeys, options: RequestOptions = {}): Promise<void> {
    checkRequestOptions('setSigningKeys(keys, options)', options);
    const headers = signingKeyHeaders('account', keys);
    const request = { operation: 'setSigningKeys(keys)', method: 'POST', path: '', headers };
    await ask(this.#region, request, requestOptionsOf(options));
  }

  /** Says who else has the account: all who are not named have it no more. Where the cluster's login knows such lists. */
  async setAccess(access: AccountAccess, options: RequestOptions = {}): Promise<void> {
    checkRequestOptions('setAccess(access, options)', options);
    const headers = { 'x-account-access-control': accessHeader(access) };
    const request = { operation: 'setAccess(access)', method: 'POST', path: '', headers };
    await ask(this.#region, request, requestOptionsOf(options));
  }

  /** The CDN of Cloud Files, which Swift has not. @throws UnsupportedError */
  cdn(this: Account<CloudFilesFacts>): Cdn {
    if (this.#region.facts.has.cdn !== 'yes') throw new UnsupportedError(this.#region.facts, 'cdn');
    return new Cdn(this.#region);
  }

  /** Deletes objects, and containers that are empty, by `container/object` or `container`, and says of each that could not be deleted why. */
  async *deleteMany(
    names: Iterable<string> | AsyncIterable<string>,
    options: DeleteManyOptions = {},
  ): AsyncGenerator<DeleteOutcome, void, undefined> {
    yield* deleteNames(this.#region, names, options);
  }

  /** What the cluster has, and its limits, asked once; `undefined` where it does not say. */
  async info(options: RequestOptions = {}): Promise<ClusterInfo | undefined> {
    checkRequestOptions('info(options)', options);
    return clusterInfo(this.#region, options);
  }
}
