import type { Place, Target } from '@proj/core';
import type { BatchOptions, BatchPutOptions } from '../batches/batch-options.js';
import { type BatchReport, reportOf } from '../batches/batch-report.js';
import type { ItemOutcome } from '../batches/item-outcome.js';
import type { ItemSource } from '../batches/item-source.js';
import {
  type DeletedItem,
  type Destination,
  deleteBatches,
  type NewItem,
  putBatches,
} from '../batches/write-batches.js';
import { checkNames } from '../calls/check-names.js';
import {
  callOptionsOf,
  type ReadOptions,
  type RequestOptions,
  readOptionNames,
  requestOptionNames,
} from '../calls/request-options.js';
import type { SimpleDB } from '../client/index.js';
import { dumpLines } from '../dump/dump-domain.js';
import { type DumpOptions, dumpOptionNames } from '../dump/dump-options.js';
import { loadDomain } from '../dump/load-domain.js';
import type { LoadOptions } from '../dump/load-options.js';
import type { LoadReport } from '../dump/load-report.js';
import type { DumpSource } from '../dump/split-lines.js';
import { checkDomainName } from '../query/check-domain-name.js';
import { checkName } from '../query/check-text.js';
import type { Condition } from '../query/index.js';
import { countIn } from '../selecting/count-pages.js';
import { countOf, expressionFor } from '../selecting/expression-for.js';
import type { Query } from '../selecting/expression-of.js';
import { selectItems } from '../selecting/select-items.js';
import { type Attributes, pairsOf, replacing, type Values } from './attributes.js';
import { deletedPairs } from './deleted.js';
import { type DomainMetadata, metadataOf } from './domain-metadata.js';
import type { DeleteOptions, GetOptions, PutOptions } from './domain-options.js';
import { getItem } from './get-item.js';
import { Item } from './item.js';
import { expectedOf } from './only-if.js';

const brand: symbol = Symbol.for('@proj/sdb/domain');

/**
 * A domain in one region, there or not, that acts where it is. Methods throw the client's own errors (`NoSuchDomain`,
 * `ConditionalCheckFailed`, …), and core's `TimeOverError`, `CancelledError` and `UnexpectedBodyError`.
 *
 * @example
 * ```ts
 * const domain = simpledb().domain('books').at('eu-west-1');
 * await domain.put('1579124585', { Title: 'The Right Stuff', Keyword: ['Book', 'Hardcover'] });
 * ```
 */
export class Domain {
  /** What gives its values one after another. */
  static readonly streams: readonly string[] = ['select', 'batchPutEach', 'batchDeleteEach', 'dump'];

  static {
    Object.defineProperty(Domain.prototype, brand, { value: true });
  }

  readonly name: string;
  /** Where it is: service, region, partition. */
  readonly target: Target;
  readonly #home: Destination;

  constructor(place: Place<SimpleDB>, name: string) {
    checkDomainName(name);
    this.name = name;
    this.target = place.target;
    this.#home = { place, domain: name };
  }

  /** The region's name. */
  get region(): string {
    return this.target.region;
  }

  /** The client of this region, on the set's connections and credentials. */
  get native(): SimpleDB {
    return this.#home.place.native;
  }

  /** Makes the domain; one that is there already stays as it is. It may take ten seconds and more. */
  async create(options: RequestOptions = {}): Promise<void> {
    checkNames('create(options)', options, requestOptionNames);
    await this.#call('createDomain', options, (client, input) => client.createDomain(input));
  }

  /** Deletes the domain and all that is in it; there need not be one. */
  async deleteDomain(options: RequestOptions = {}): Promise<void> {
    checkNames('deleteDomain(options)', options, requestOptionNames);
    await this.#call('deleteDomain', options, (client, input) => client.deleteDomain(input));
  }

  /** Says how much is in the domain. */
  async metadata(options: RequestOptions = {}): Promise<DomainMetadata> {
    checkNames('metadata(options)', options, requestOptionNames);
    return metadataOf(await this.#call('domainMetadata', options, (client, input) => client.domainMetadata(input)));
  }

  /**
   * Writes attributes of an item, which is made when it is not there. Values are added to those that are there unless `replace`
   * says otherwise.
   *
   * @throws ConditionalCheckFailed when `onlyIf` does not hold; LimitError, OptionError for what no item can have
   */
  async put(name: string, attributes: Values, options: PutOptions = {}): Promise<void> {
    const call = 'put(name, attributes, options)';
    checkNames(call, options, ['replace', 'onlyIf', ...requestOptionNames]);
    checkName('item', name);
    const Expected = expectedOf(call, options.onlyIf);
    const Attributes = replacing(pairsOf(call, attributes), options.replace ?? false);
    const more = { ItemName: name, Attributes, ...(Expected && { Expected }) };
    await this.#call('putAttributes', options, (client, input) => client.putAttributes({ ...input, ...more }));
  }

  /**
   * Reads an item: `undefined` when it is not there. With `names`, only those attributes: `{}` when it has none of them, or is
   * not there; `tellMissing` tells the two apart.
   */
  get(name: string, names?: readonly string[], options: GetOptions = {}): Promise<Attributes | undefined> {
    return getItem(this.#home, name, names, options);
  }

  /** The item of this name as an object; `undefined` when it is not there. */
  async item(name: string, options: ReadOptions = {}): Promise<Item | undefined> {
    const attributes = await getItem(this.#home, name, undefined, options);
    return attributes && new Item(this, name, attributes);
  }

  /**
   * Deletes an item, or what `only` says of it; there need not be one.
   *
   * @throws ConditionalCheckFailed when `onlyIf` does not hold
   */
  async delete(name: string, options: DeleteOptions = {}): Promise<void> {
    const call = 'delete(name, options)';
    checkNames(call, options, ['only', 'onlyIf', ...requestOptionNames]);
    checkName('item', name);
    const Expected = expectedOf(call, options.onlyIf);
    const Attributes = options.only && deletedPairs(call, options.only);
    const more = { ItemName: name, ...(Attributes && { Attributes }), ...(Expected && { Expected }) };
    await this.#call('deleteAttributes', options, (client, input) => client.deleteAttributes({ ...input, ...more }));
  }

  /**
   * Writes items of any number, 25 in a request; the source is read as far as there is room for.
   *
   * @throws BatchError when an item was refused, or when something stopped it
   */
  async batchPut(items: ItemSource<NewItem>, options: BatchPutOptions = {}): Promise<BatchReport> {
    return reportOf('batchPut', `${this}`, this.batchPutEach(items, options));
  }

  /** The same, item by item as it is known what became of it, in the order of the source. Nothing is sent until it is read. */
  batchPutEach(items: ItemSource<NewItem>, options: BatchPutOptions = {}): AsyncIterable<ItemOutcome> {
    return putBatches(this.#home, items, options);
  }

  /**
   * Deletes items of any number, 25 in a request.
   *
   * @throws BatchError when an item was refused, or when something stopped it
   */
  async batchDelete(items: ItemSource<DeletedItem>, options: BatchOptions = {}): Promise<BatchReport> {
    return reportOf('batchDelete', `${this}`, this.batchDeleteEach(items, options));
  }

  /** The same, item by item as it is known what became of it, in the order of the source. Nothing is sent until it is read. */
  batchDeleteEach(items: ItemSource<DeletedItem>, options: BatchOptions = {}): AsyncIterable<ItemOutcome> {
    return deleteBatches(this.#home, items, options);
  }

  /**
   * The items that a query of this domain finds, in its order. Its `limit` is how many come in all.
   *
   * @throws SelectSyntaxError for what is no select expression, OptionError for one of another domain or a count
   */
  select(query: Query, options: ReadOptions = {}): AsyncIterable<Item> {
    const call = 'select(query, options)';
    checkNames(call, options, readOptionNames);
    return selectItems(this, this.#home.place, expressionFor(call, this.name, query), options);
  }

  /** How many items there are, fit a condition, or are found by a query of this domain. */
  async count(of?: Condition | Query, options: ReadOptions = {}): Promise<number> {
    checkNames('count(of, options)', options, readOptionNames);
    return countIn(this.#home.place, countOf('count(of, options)', this.name, of), options);
  }

  /**
   * The domain and its items as lines of NDJSON, each with its line feed, by the names of the items. What is held in memory is
   * one page. See `dumpPosition` for going on where it was interrupted.
   */
  dump(options: DumpOptions = {}): AsyncIterable<string> {
    checkNames('dump(options)', options, dumpOptionNames);
    return dumpLines(this.#home, options);
  }

  /**
   * Loads the dump of one domain, which may have had another name and region. What it has takes the place of what is there.
   *
   * @throws LoadError when something stopped it, or when items were refused; DumpFormatError for what is no dump of one domain
   */
  async load(source: DumpSource, options: LoadOptions = {}): Promise<LoadReport> {
    return loadDomain(this, source, options);
  }

  /** Its kind, name and region: `Domain books in eu-west-1`. */
  toString(): string {
    return `Domain ${this.name} in ${this.region}`;
  }

  #call<R>(
    operation: string,
    options: RequestOptions,
    work: (client: SimpleDB, input: { readonly DomainName: string }) => Promise<R>,
  ): Promise<R> {
    const input = { DomainName: this.name };
    return this.#home.place.call(operation, (client) => work(client, input), callOptionsOf(options));
  }
}

/**
 * Whether the value is a {@link Domain}, of whichever installed copy of this package.
 *
 * @example
 * ```ts
 * const names = things.filter(isDomain).map(({ name }) => name);
 * ```
 */
export function isDomain(value: unknown): value is Domain {
  return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[brand] === true;
}
