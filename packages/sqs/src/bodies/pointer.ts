import type { MessageAttributeValue } from '@aws-sdk/client-sqs';
import type { BodyPlace } from './large-body-store.js';

/** The attribute by which readers know a pointer, and the one that was used before. */
export const sizeAttribute = 'ExtendedPayloadSize';
const formerSizeAttribute = 'SQSLargePayloadSize';
/** The class that the extended client for Java writes a pointer as, and the one of its first version. */
const pointerClass = 'software.amazon.payloadoffloading.PayloadS3Pointer';
const formerPointerClass = 'com.amazon.sqs.javamessaging.MessageS3Pointer';

/**
 * A pointer as a message's body.
 *
 * @see https://github.com/awslabs/payload-offloading-java-common-lib-for-aws
 */
export function pointerTo({ bucket, key }: BodyPlace): string {
  return JSON.stringify([pointerClass, { s3BucketName: bucket, s3Key: key }]);
}

/** Where the body of a message lies, if its body is a pointer. */
export function placeIn(
  body: string,
  attributes: Readonly<Record<string, MessageAttributeValue>> | undefined,
): BodyPlace | undefined {
  if (attributes?.[sizeAttribute] === undefined && attributes?.[formerSizeAttribute] === undefined) return undefined;
  const [name, place] = parsed(body);
  if (name !== pointerClass && name !== formerPointerClass) return undefined;
  const { s3BucketName: bucket, s3Key: key } = (place ?? {}) as {
    readonly s3BucketName?: unknown;
    readonly s3Key?: unknown;
  };
  return typeof bucket === 'string' && typeof key === 'string' ? { bucket, key } : undefined;
}

function parsed(body: string): readonly unknown[] {
  try {
    const pointer: unknown = JSON.parse(body);
    return Array.isArray(pointer) ? pointer : [];
  } catch {
    // A body that only looks like one.
    return [];
  }
}
