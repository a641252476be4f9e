import type { OperationType } from '@aws-sdk/client-ec2';
import { checkNames } from '../calls/check-names.js';
import { callOptionsOf, type RequestOptions, requestOptionNames } from '../calls/request-options.js';
import type { Home } from '../resources/home.js';
import { permissionRequest } from '../sharing/permission-request.js';
import { type PermissionChanges, type Permissions, permissionsOf } from '../sharing/permissions.js';

const Attribute = 'createVolumePermission';

/** Whose permissions these are. */
export interface SharedSnapshot {
  readonly id: string;
  readonly encrypted: boolean;
}

/**
 * Who may make volumes of a snapshot: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifySnapshotAttribute.html,
 * and its kin API_DescribeSnapshotAttribute and API_ResetSnapshotAttribute.
 */
export class SnapshotPermissions {
  readonly #home: Home;
  readonly #snapshot: SharedSnapshot;

  constructor(home: Home, snapshot: SharedSnapshot) {
    this.#home = home;
    this.#snapshot = snapshot;
  }

  async modify(operation: OperationType, changes: PermissionChanges, options: RequestOptions): Promise<void> {
    const { id, encrypted } = this.#snapshot;
    const { place } = this.#home;
    const call = `${operation === 'add' ? 'share' : 'unshare'}(changes) of ${id} in ${place.target.region}`;
    checkNames(call, options, requestOptionNames);
    const input = { SnapshotId: id, Attribute, ...permissionRequest(operation, changes, { call, encrypted }) } as const;
    await place.call('modifySnapshotAttribute', (ec2) => ec2.modifySnapshotAttribute(input), callOptionsOf(options));
  }

  async read(options: RequestOptions): Promise<Permissions> {
    checkNames('permissions(options)', options, requestOptionNames);
    const input = { SnapshotId: this.#snapshot.id, Attribute } as const;
    const answer = await this.#home.place.call(
      'describeSnapshotAttribute',
      (ec2) => ec2.describeSnapshotAttribute(input),
      callOptionsOf(options),
    );
    return permissionsOf(answer.CreateVolumePermissions);
  }

  async reset(options: RequestOptions): Promise<void> {
    checkNames('resetPermissions(options)', options, requestOptionNames);
    const input = { SnapshotId: this.#snapshot.id, Attribute } as const;
    const { place } = this.#home;
    await place.call('resetSnapshotAttribute', (ec2) => ec2.resetSnapshotAttribute(input), callOptionsOf(options));
  }
}
