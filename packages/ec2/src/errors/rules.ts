/**
 * The name of a rule, such as `encryptedNotPublic`.
 *
 * @example
 * ```ts
 * const rule: Ec2Rule = 'encryptedNotPublic';
 * ```
 */
export type Ec2Rule =
  | 'encryptedNotPublic'
  | 'productCodeNotPublic'
  | 'changesPerCall'
  | 'separateCalls'
  | 'someChange'
  | 'group'
  | 'accountId'
  | 'organizationArn'
  | 'organizationalUnitArn'
  | 'owner'
  | 'imageOwner'
  | 'executableBy'
  | 'pageSize'
  | 'idsOrPages'
  | 'sizeOrSnapshot'
  | 'zone'
  | 'keyNeedsEncrypted'
  | 'tagCount'
  | 'tagLength'
  | 'tagPrefix';

/** What AWS documents, and what this package therefore refuses before a request is made. */
export interface Rule {
  /** The rule as a sentence. */
  readonly says: string;
  /** Where AWS says it. */
  readonly source: string;
}

const api = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference';
const permissions = `${api}/API_ModifySnapshotAttribute.html`;
const images = `${api}/API_DescribeImages.html`;
const accounts = 'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html';
const organizations =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsorganizations.html#awsorganizations-resources-for-iam-policies';
const tags = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html#tag-restrictions';

/** The rules by name. */
export const rules: Readonly<Record<Ec2Rule, Rule>> = {
  encryptedNotPublic: { says: 'an encrypted snapshot cannot be public', source: permissions },
  productCodeNotPublic: {
    says: 'an image with a product code cannot be public',
    source: `${api}/API_ModifyImageAttribute.html`,
  },
  changesPerCall: { says: 'at most 500 changes a call', source: permissions },
  separateCalls: { says: 'add and remove are separate calls: share() and unshare()', source: permissions },
  someChange: { says: 'a call names at least one account or group', source: permissions },
  group: { says: "the only group is 'all'", source: `${api}/API_CreateVolumePermission.html` },
  accountId: { says: 'an account id is a text of 12 digits', source: accounts },
  organizationArn: {
    says: "an organization is 'arn:aws:organizations::<account>:organization/o-…'",
    source: organizations,
  },
  organizationalUnitArn: {
    says: "a unit is 'arn:aws:organizations::<account>:ou/o-…/ou-…'",
    source: organizations,
  },
  owner: { says: "an owner is 'self', 'amazon' or an account id", source: `${api}/API_DescribeSnapshots.html` },
  imageOwner: {
    says: "an owner of images is 'self', 'amazon', 'aws-backup-vault', 'aws-marketplace' or an account id",
    source: images,
  },
  executableBy: { says: "it is executable by 'self', 'all' or an account id", source: images },
  pageSize: { says: 'a page has 5 to 1000 items', source: `${api}/API_DescribeVolumes.html` },
  idsOrPages: { says: 'ids are asked for without pages', source: `${api}/API_DescribeVolumes.html` },
  sizeOrSnapshot: { says: 'a volume has a size or a snapshot', source: `${api}/API_CreateVolume.html` },
  zone: { says: 'a volume is in one availability zone', source: `${api}/API_CreateVolume.html` },
  keyNeedsEncrypted: { says: 'a KMS key needs encrypted: true', source: `${api}/API_CreateVolume.html` },
  tagCount: { says: 'at most 50 tags', source: tags },
  tagLength: { says: 'a tag has a key of 1 to 128 characters and a value of at most 256', source: tags },
  tagPrefix: { says: "keys that begin with 'aws:' are AWS's own", source: tags },
};
