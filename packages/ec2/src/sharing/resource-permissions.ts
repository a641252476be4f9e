import type { EC2, OperationType } from '@aws-sdk/client-ec2';
import { checkNames } from '../calls/check-names.js';
import { callOptionsOf, type RequestOptions, requestOptionNames } from '../calls/request-options.js';
import type { Home } from '../resources/home.js';
import { type CheckedChanges, checkedChanges } from './checked-changes.js';
import { type Granted, type LaunchPermissionChanges, type Permissions, permissionsOf } from './permissions.js';
import type { SharingRules } from './sharing-rules.js';

/** A request that is ready to be sent. */
interface Request<T> {
  /** The SDK's name for the operation. */
  readonly operation: string;
  send(ec2: EC2): Promise<T>;
}

/** Something that can be shared: what its kind calls the requests for that. */
export interface SharedThing {
  readonly id: string;
  readonly rules: SharingRules;
  modify(operation: OperationType, changes: CheckedChanges): Request<unknown>;
  describe(): Request<readonly Granted[] | undefined>;
  reset(): Request<unknown>;
}

/** Who may use something: asked, changed and taken back, for every kind in the same way. */
export class ResourcePermissions {
  readonly #home: Home;
  readonly #thing: SharedThing;

  constructor(home: Home, thing: SharedThing) {
    this.#home = home;
    this.#thing = thing;
  }

  async share(changes: LaunchPermissionChanges, options: RequestOptions): Promise<void> {
    await this.#modify('share', 'add', changes, options);
  }

  async unshare(changes: LaunchPermissionChanges, options: RequestOptions): Promise<void> {
    await this.#modify('unshare', 'remove', changes, options);
  }

  async read(options: RequestOptions): Promise<Permissions> {
    checkNames('permissions(options)', options, requestOptionNames);
    return permissionsOf(await this.#send(this.#thing.describe(), options));
  }

  async reset(options: RequestOptions): Promise<void> {
    checkNames('resetPermissions(options)', options, requestOptionNames);
    await this.#send(this.#thing.reset(), options);
  }

  async #modify(
    method: string,
    operation: OperationType,
    changes: LaunchPermissionChanges,
    options: RequestOptions,
  ): Promise<void> {
    const { id, rules } = this.#thing;
    const call = `${method}(changes) of ${id} in ${this.#home.place.target.region}`;
    checkNames(call, options, requestOptionNames);
    const checked = checkedChanges(operation, changes, { call, rules });
    await this.#send(this.#thing.modify(operation, checked), options);
  }

  #send<T>({ operation, send }: Request<T>, options: RequestOptions): Promise<T> {
    return this.#home.place.call(operation, send, callOptionsOf(options));
  }
}
