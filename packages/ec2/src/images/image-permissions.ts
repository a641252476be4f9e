import type { LaunchPermission } from '@aws-sdk/client-ec2';
import type { Home } from '../resources/home.js';
import type { CheckedChanges } from '../sharing/checked-changes.js';
import { ResourcePermissions } from '../sharing/resource-permissions.js';
import type { NotPublic } from '../sharing/sharing-rules.js';

const Attribute = 'launchPermission';
const api = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference';
const page = `${api}/API_ModifyImageAttribute.html`;
const publicPage = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-intro.html';

/** Whose permissions these are. */
interface SharedImage {
  readonly id: string;
  readonly encrypted: boolean;
  readonly productCodes: readonly string[];
}

/**
 * Who may launch an image: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyImageAttribute.html, and its kin
 * API_DescribeImageAttribute and API_ResetImageAttribute.
 */
export function imagePermissions(home: Home, image: SharedImage): ResourcePermissions {
  const { id } = image;
  const attribute = { ImageId: id, Attribute } as const;
  return new ResourcePermissions(home, {
    id,
    rules: {
      page,
      permissionPage: `${api}/API_LaunchPermission.html`,
      organizations: true,
      notPublic: notPublic(image),
    },
    modify(operation, changes) {
      const list = launchPermissions(changes);
      const input = { ...attribute, LaunchPermission: operation === 'add' ? { Add: list } : { Remove: list } };
      return { operation: 'modifyImageAttribute', send: (ec2) => ec2.modifyImageAttribute(input) };
    },
    describe: () => ({
      operation: 'describeImageAttribute',
      send: async (ec2) => (await ec2.describeImageAttribute(attribute)).LaunchPermissions,
    }),
    reset: () => ({ operation: 'resetImageAttribute', send: (ec2) => ec2.resetImageAttribute(attribute) }),
  });
}

function notPublic({ encrypted, productCodes }: SharedImage): NotPublic | undefined {
  if (encrypted) return { rule: 'encryptedNotPublic', because: 'it has an encrypted snapshot', source: publicPage };
  if (productCodes.length === 0) return undefined;
  return { rule: 'productCodeNotPublic', because: `it has the product code ${productCodes.join(', ')}`, source: page };
}

/** The nested form: some implementations of EC2 take but the first organization of the flat one. */
function launchPermissions(changes: CheckedChanges): LaunchPermission[] {
  return [
    ...changes.userIds.map((UserId) => ({ UserId })),
    ...changes.groups.map((Group) => ({ Group })),
    ...changes.organizationArns.map((OrganizationArn) => ({ OrganizationArn })),
    ...changes.organizationalUnitArns.map((OrganizationalUnitArn) => ({ OrganizationalUnitArn })),
  ];
}
