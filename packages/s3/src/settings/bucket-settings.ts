import type { ObjectOwnership, Payer } from '@aws-sdk/client-s3';
import { knownAbilities } from '../abilities/known-abilities.js';
import type { BucketHome } from '../calls/bucket-home.js';
import type { RequestOptions } from '../calls/request-options.js';
import { type CorsRule, corsSetting } from './cors.js';
import { type Encryption, encryptionSetting } from './encryption.js';
import { type Lifecycle, lifecycleSetting } from './lifecycle/index.js';
import { type Logging, loggingSetting } from './logging.js';
import { type Notifications, notificationsSetting } from './notifications.js';
import { ownershipSetting } from './ownership.js';
import { type BucketPolicy, policySetting } from './policy.js';
import { type PublicAccessBlock, publicAccessBlockSetting } from './public-access-block.js';
import { requestPaymentSetting } from './request-payment.js';
import { readSetting, type Setting, writeSetting } from './setting.js';
import type { Tags } from './tag-set.js';
import { tagsSetting } from './tags.js';
import { readVersioning, type Versioning, type VersioningOptions, writeVersioning } from './versioning.js';
import { type Website, websiteSetting } from './website.js';
import { websiteEndpoint } from './website-endpoint.js';

/**
 * What a bucket is set to. What is read is `undefined` where there is none, and setting `undefined` takes it away. Each is set as a
 * whole: what is not given is not kept. Setters throw `OptionError` for what S3 would refuse anyway.
 */
export class BucketSettings {
  readonly #home: BucketHome;

  constructor(home: BucketHome) {
    this.#home = home;
  }

  /** Its policy, as an object. */
  policy(options: RequestOptions = {}): Promise<BucketPolicy | undefined> {
    return this.#read(policySetting, options);
  }

  setPolicy(policy: BucketPolicy | undefined, options: RequestOptions = {}): Promise<void> {
    return this.#write(policySetting, policy, options);
  }

  /** What pages of other origins may ask of it. */
  cors(options: RequestOptions = {}): Promise<readonly CorsRule[] | undefined> {
    return this.#read(corsSetting, options);
  }

  setCors(rules: readonly CorsRule[] | undefined, options: RequestOptions = {}): Promise<void> {
    return this.#write(corsSetting, rules, options);
  }

  /** What becomes of its objects as they grow old. */
  lifecycle(options: RequestOptions = {}): Promise<Lifecycle | undefined> {
    return this.#read(lifecycleSetting, options);
  }

  setLifecycle(lifecycle: Lifecycle | undefined, options: RequestOptions = {}): Promise<void> {
    return this.#write(lifecycleSetting, lifecycle, options);
  }

  /** How it is served as a website. */
  website(options: RequestOptions = {}): Promise<Website | undefined> {
    return this.#read(websiteSetting, options);
  }

  setWebsite(website: Website | undefined, options: RequestOptions = {}): Promise<void> {
    return this.#write(websiteSetting, website, options);
  }

  /** Where it is served as a website, if it is: `http://…`, since S3 has no TLS there. Asks for its region at most. */
  async websiteEndpoint(options: RequestOptions = {}): Promise<string> {
    return websiteEndpoint(this.#home.name, await this.#home.region(options));
  }

  /** Whether it keeps versions; nothing where it never did. */
  versioning(options: RequestOptions = {}): Promise<Versioning | undefined> {
    return readVersioning(this.#home, options);
  }

  /** A bucket that has kept versions can suspend that, but not go back. */
  async setVersioning(state: Versioning['state'], options: VersioningOptions = {}): Promise<void> {
    await writeVersioning(this.#home, state, options);
    knownAbilities(this.#home).learn('versions', true);
  }

  /** Where requests to it are logged. */
  logging(options: RequestOptions = {}): Promise<Logging | undefined> {
    return this.#read(loggingSetting, options);
  }

  setLogging(logging: Logging | undefined, options: RequestOptions = {}): Promise<void> {
    return this.#write(loggingSetting, logging, options);
  }

  /** Who is told of what happens in it. */
  notifications(options: RequestOptions = {}): Promise<Notifications | undefined> {
    return this.#read(notificationsSetting, options);
  }

  setNotifications(notifications: Notifications | undefined, options: RequestOptions = {}): Promise<void> {
    return this.#write(notificationsSetting, notifications, options);
  }

  /** Its own tags, up to 50; its objects have theirs. */
  tags(options: RequestOptions = {}): Promise<Tags | undefined> {
    return this.#read(tagsSetting, options);
  }

  setTags(tags: Tags | undefined, options: RequestOptions = {}): Promise<void> {
    return this.#write(tagsSetting, tags, options);
  }

  /** Who owns its objects; with `BucketOwnerEnforced` there are no ACLs. */
  ownership(options: RequestOptions = {}): Promise<ObjectOwnership | undefined> {
    return this.#read(ownershipSetting, options);
  }

  async setOwnership(ownership: ObjectOwnership | undefined, options: RequestOptions = {}): Promise<void> {
    await this.#write(ownershipSetting, ownership, options);
    const hasAcls = ownership === undefined ? undefined : ownership !== 'BucketOwnerEnforced';
    knownAbilities(this.#home).learn('acls', hasAcls);
  }

  /** What it refuses to let everybody do. */
  publicAccessBlock(options: RequestOptions = {}): Promise<PublicAccessBlock | undefined> {
    return this.#read(publicAccessBlockSetting, options);
  }

  setPublicAccessBlock(block: PublicAccessBlock | undefined, options: RequestOptions = {}): Promise<void> {
    return this.#write(publicAccessBlockSetting, block, options);
  }

  /** How new objects are encrypted. Taken away, S3 goes on with keys of its own. */
  encryption(options: RequestOptions = {}): Promise<Encryption | undefined> {
    return this.#read(encryptionSetting, options);
  }

  setEncryption(encryption: Encryption | undefined, options: RequestOptions = {}): Promise<void> {
    return this.#write(encryptionSetting, encryption, options);
  }

  /** Who pays for requests and what they transfer; its owner, where nothing was set. */
  async requestPayment(options: RequestOptions = {}): Promise<Payer> {
    return (await this.#read(requestPaymentSetting, options)) ?? 'BucketOwner';
  }

  setRequestPayment(payer: Payer | undefined, options: RequestOptions = {}): Promise<void> {
    return this.#write(requestPaymentSetting, payer, options);
  }

  #read<T>(setting: Setting<T>, options: RequestOptions): Promise<T | undefined> {
    return readSetting(this.#home, setting, options);
  }

  #write<T>(setting: Setting<T>, value: T | undefined, options: RequestOptions): Promise<void> {
    return writeSetting(this.#home, setting, value, options);
  }
}
