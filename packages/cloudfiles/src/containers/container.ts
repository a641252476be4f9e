import { type Listing, listing, type Plan } from '@proj/core/store';
import { AskingContainer } from '../abilities/asking-container.js';
import type { ListedContainer } from '../account/list-containers.js';
import { type ExtractedArchive, type ExtractOptions, extractArchive } from '../archives/extract-archive.js';
import { checkRequestOptions, type RequestOptions, requestOptionsOf } from '../calls/request-options.js';
import { type DeleteManyOptions, type DeleteOutcome, deleteWithin } from '../deleting/delete-many.js';
import type { StoreFacts } from '../facts/index.js';
import type { SwiftFacts } from '../facts/swift-facts.js';
import { type Existence, existenceBy } from '../headers/existence.js';
import { listingSource } from '../listing/listing-source.js';
import { type ReversedOptions, type ReversedRow, reversedRows } from '../listing/reversed.js';
import { type ObjectVersion, objectVersions, type VersionsOptions } from '../listing/versions.js';
import { ObjectHandle } from '../objects/object-handle.js';
import { type SignedPost, type SignedPostOptions, signedPost } from '../signed/signed-post.js';
import { planUpload } from '../transfers/plans.js';
import { checkContainerName, pathOf } from '../wire/addresses.js';
import { ask } from '../wire/ask.js';
import type { Body } from '../wire/connections.js';
import type { Region } from '../wire/region.js';
import { SwiftClient } from '../wire/swift-client.js';
import { type ContainerInfo, containerInfoOf } from './container-info.js';
import type { ContainerSettings } from './container-settings.js';
import { type CreateContainerOptions, createContainer, updateContainer } from './create-container.js';

const brand: symbol = Symbol.for('@proj/cloudfiles/container');

/**
 * A container in one region. Nothing is asked until something is done with it.
 *
 * @example
 * ```ts
 * const reports = everywhere.at('DFW').container('reports');
 * for await (const { name, contentType } of reports.list({ with: ['contentType'] })) console.log(name, contentType);
 * ```
 */
export class Container<F extends StoreFacts = SwiftFacts> extends AskingContainer<F> {
  static {
    Object.defineProperty(Container.prototype, brand, { value: true });
  }

  /** The region that it lives in. */
  readonly region: string;
  readonly name: string;
  /** What a listing told of it, where it comes from one. */
  readonly listed: ListedContainer | undefined;
  /** What is true of its store. */
  readonly facts: F;
  /** The account's requests as they are. */
  readonly native: SwiftClient;
  /** Lists objects by name, with what is asked for of each, in as many requests as `list.plan()` says. */
  readonly list: Listing<F>;
  readonly #region: Region<F>;

  constructor(region: Region<F>, name: string, listed?: ListedContainer) {
    checkContainerName(name);
    super(region, name);
    this.region = region.name;
    this.name = name;
    this.listed = listed;
    this.facts = region.facts;
    this.native = new SwiftClient(region);
    this.list = listing(listingSource(region, name));
    this.#region = region;
  }

  /** What is known of it. @throws NotFoundError */
  async head(options: RequestOptions = {}): Promise<ContainerInfo> {
    checkRequestOptions('head(options)', options);
    const request = { operation: 'head of a container', method: 'HEAD', path: pathOf(this.name) };
    const headers = await ask(this.#region, request, requestOptionsOf(options));
    return containerInfoOf(this.name, headers);
  }

  /** Whether there is such a container. */
  exists(options: RequestOptions = {}): Promise<Existence> {
    return existenceBy(() => this.head(options));
  }

  /** Makes it, where it is not there yet. */
  create(options: CreateContainerOptions = {}): Promise<void> {
    return createContainer(this.#region, this.name, options);
  }

  /** Sets metadata, rights, quotas, versions or its web site, and leaves what is not named as it is. */
  update(settings: ContainerSettings & RequestOptions): Promise<void> {
    return updateContainer(this.#region, this.name, settings);
  }

  /** An object of it, which there may be or not. @throws OptionError */
  object(name: string): ObjectHandle {
    return new ObjectHandle(this.#region, this.name, name);
  }

  /** Lists from the last name to the first, where the cluster can: Cloud Files cannot. */
  reversed(options: ReversedOptions = {}): AsyncGenerator<ReversedRow, void, undefined> {
    return reversedRows(this.#region, this.name, options);
  }

  /** All versions of its objects, the newest of each name first, deletions among them, where versions are kept by their ids. */
  versions(options: VersionsOptions = {}): AsyncGenerator<ObjectVersion, void, undefined> {
    return objectVersions(this.#region, this.name, options);
  }

  /** Deletes objects, 10,000 in a request, and says of each that could not be deleted why. Segments of large ones stay, as a request of this kind has it. */
  deleteObjects(
    names: Iterable<string> | AsyncIterable<string>,
    options: DeleteManyOptions = {},
  ): AsyncGenerator<DeleteOutcome, void, undefined> {
    return deleteWithin(this.#region, this.name, names, options);
  }

  /** What uploading so many bytes to it costs. */
  planUpload(size: number): Plan {
    return planUpload(size);
  }

  /** A form by which whoever has it can upload objects from a browser, without a token, until it expires. */
  signedPost(options: SignedPostOptions): Promise<SignedPost> {
    return signedPost(this.#region, this.name, options);
  }

  /** Puts the files of an archive as objects, by one request: bytes, a stream, or a function that makes one, which can be sent again. */
  extractArchive(archive: Body, options: ExtractOptions): Promise<ExtractedArchive> {
    return extractArchive(this.#region, this.name, archive, options);
  }

  /** Deletes the container, which has to be empty. @throws ConflictError where it is not, NotFoundError */
  async delete(options: RequestOptions = {}): Promise<void> {
    checkRequestOptions('delete(options)', options);
    const request = { operation: 'delete of a container', method: 'DELETE', path: pathOf(this.name) };
    await ask(this.#region, request, requestOptionsOf(options));
  }

  override toString(): string {
    return `swift://${this.name} (${this.region})`;
  }
}

/**
 * Whether the value is a container of this package, of whichever installed copy.
 *
 * @example
 * ```ts
 * const names = things.filter(isContainer).map(({ name }) => name);
 * ```
 */
export function isContainer(value: unknown): value is Container<StoreFacts> {
  return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[brand] === true;
}
