import { checkNames } from '../calls/check-names.js';
import type { Setting } from './setting.js';

/**
 * What a bucket refuses to let everybody do, whatever its policy and its ACLs say.
 *
 * @example
 * ```ts
 * const site: PublicAccessBlock = { blockPublicAcls: true, ignorePublicAcls: true };
 * ```
 */
export interface PublicAccessBlock {
  /** Refuses to set ACLs that let everybody in. @defaultValue false */
  readonly blockPublicAcls?: boolean | undefined;
  /** Lets nobody in by such an ACL. @defaultValue false */
  readonly ignorePublicAcls?: boolean | undefined;
  /** Refuses to set a policy that lets everybody in. @defaultValue false */
  readonly blockPublicPolicy?: boolean | undefined;
  /** Lets only AWS's services and the account's own in, where such a policy is set. @defaultValue false */
  readonly restrictPublicBuckets?: boolean | undefined;
}

const names: readonly (keyof PublicAccessBlock)[] = [
  'blockPublicAcls',
  'ignorePublicAcls',
  'blockPublicPolicy',
  'restrictPublicBuckets',
];

/** The SDK names these operations without `Bucket`. */
export const publicAccessBlockSetting: Setting<PublicAccessBlock> = {
  name: 'PublicAccessBlock',
  none: 'NoSuchPublicAccessBlockConfiguration',
  check: (block) => checkNames('setPublicAccessBlock(block)', block, names),
  get: async (native, Bucket) => {
    const { PublicAccessBlockConfiguration: wire = {} } = await native.getPublicAccessBlock({ Bucket });
    return {
      blockPublicAcls: wire.BlockPublicAcls ?? false,
      ignorePublicAcls: wire.IgnorePublicAcls ?? false,
      blockPublicPolicy: wire.BlockPublicPolicy ?? false,
      restrictPublicBuckets: wire.RestrictPublicBuckets ?? false,
    };
  },
  put: (native, Bucket, block) =>
    native.putPublicAccessBlock({
      Bucket,
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: block.blockPublicAcls ?? false,
        IgnorePublicAcls: block.ignorePublicAcls ?? false,
        BlockPublicPolicy: block.blockPublicPolicy ?? false,
        RestrictPublicBuckets: block.restrictPublicBuckets ?? false,
      },
    }),
  delete: (native, Bucket) => native.deletePublicAccessBlock({ Bucket }),
};
