import { PUBLIC_ACCESS } from '../access/public-access.js';
import { defaultEncryption } from '../buckets/encryption.js';

/** A setting that is kept and shown as it was put; this cloud acts on that of CORS, encryption and public access alone. */
export interface Setting {
  /** The sub-resource. */
  readonly name: string;
  /** What the operations are called: `Get…`, `Put…`, `Delete…`. */
  readonly operation: string;
  readonly root: string;
  /** What policies call it: `s3:Get…`. */
  readonly action: string;
  /** What a bucket has without it: a document, or an error of status 404. */
  readonly otherwise: { readonly document: string } | { readonly code: string; readonly message: string };
  /** Some cannot be taken away, only put anew. */
  readonly deletable: boolean;
}

/** The settings that are documents. */
export const settings: readonly Setting[] = [
  {
    name: 'cors',
    operation: 'BucketCors',
    root: 'CORSConfiguration',
    action: 'BucketCORS',
    otherwise: { code: 'NoSuchCORSConfiguration', message: 'The CORS configuration does not exist' },
    deletable: true,
  },
  {
    name: 'website',
    operation: 'BucketWebsite',
    root: 'WebsiteConfiguration',
    action: 'BucketWebsite',
    otherwise: {
      code: 'NoSuchWebsiteConfiguration',
      message: 'The specified bucket does not have a website configuration',
    },
    deletable: true,
  },
  {
    name: 'encryption',
    operation: 'BucketEncryption',
    root: 'ServerSideEncryptionConfiguration',
    action: 'EncryptionConfiguration',
    otherwise: { document: defaultEncryption },
    deletable: true,
  },
  {
    name: PUBLIC_ACCESS,
    operation: 'PublicAccessBlock',
    root: 'PublicAccessBlockConfiguration',
    action: 'BucketPublicAccessBlock',
    otherwise: {
      code: 'NoSuchPublicAccessBlockConfiguration',
      message: 'The public access block configuration was not found',
    },
    deletable: true,
  },
  {
    name: 'logging',
    operation: 'BucketLogging',
    root: 'BucketLoggingStatus',
    action: 'BucketLogging',
    otherwise: { document: '<BucketLoggingStatus></BucketLoggingStatus>' },
    deletable: false,
  },
  {
    name: 'notification',
    operation: 'BucketNotificationConfiguration',
    root: 'NotificationConfiguration',
    action: 'BucketNotification',
    otherwise: { document: '<NotificationConfiguration></NotificationConfiguration>' },
    deletable: false,
  },
  {
    name: 'requestPayment',
    operation: 'BucketRequestPayment',
    root: 'RequestPaymentConfiguration',
    action: 'BucketRequestPayment',
    otherwise: {
      document: '<RequestPaymentConfiguration><Payer>BucketOwner</Payer></RequestPaymentConfiguration>',
    },
    deletable: false,
  },
];
