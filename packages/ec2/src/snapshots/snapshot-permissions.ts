import type { Home } from '../resources/home.js';
import { ResourcePermissions } from '../sharing/resource-permissions.js';
import type { SharingRules } from '../sharing/sharing-rules.js';

const Attribute = 'createVolumePermission';
const api = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference';
const page = `${api}/API_ModifySnapshotAttribute.html`;

/** Whose permissions these are. */
interface SharedSnapshot {
  readonly id: string;
  readonly encrypted: boolean;
}

/**
 * Who may make volumes of a snapshot: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifySnapshotAttribute.html,
 * and its kin API_DescribeSnapshotAttribute and API_ResetSnapshotAttribute.
 */
export function snapshotPermissions(home: Home, { id, encrypted }: SharedSnapshot): ResourcePermissions {
  const attribute = { SnapshotId: id, Attribute } as const;
  return new ResourcePermissions(home, {
    id,
    rules: rulesFor(encrypted),
    modify(OperationType, { userIds, groups }) {
      // The flat form, which every implementation of EC2 understands. Lists that are empty are not sent.
      const input = { ...attribute, OperationType, UserIds: userIds, GroupNames: groups };
      return { operation: 'modifySnapshotAttribute', send: (ec2) => ec2.modifySnapshotAttribute(input) };
    },
    describe: () => ({
      operation: 'describeSnapshotAttribute',
      send: async (ec2) => (await ec2.describeSnapshotAttribute(attribute)).CreateVolumePermissions,
    }),
    reset: () => ({ operation: 'resetSnapshotAttribute', send: (ec2) => ec2.resetSnapshotAttribute(attribute) }),
  });
}

function rulesFor(encrypted: boolean): SharingRules {
  return {
    page,
    permissionPage: `${api}/API_CreateVolumePermission.html`,
    mostChanges: 500,
    organizations: false,
    notPublic: encrypted ? { rule: 'encryptedNotPublic', because: 'it is encrypted', source: page } : undefined,
  };
}
