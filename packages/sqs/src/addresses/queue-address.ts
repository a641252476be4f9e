import { QueueAddressError } from './queue-address-error.js';

/** Where a queue is, as far as its address says it. */
export interface QueueAddress {
  readonly name: string;
  /** The twelve digits of the account that owns it. */
  readonly account: string;
  /** `undefined` where the address names none: an emulator's, a proxy's. */
  readonly region: string | undefined;
  /** `undefined` where the address is a URL, which names none. */
  readonly partition: string | undefined;
  /** The URL's scheme, host and port; `undefined` for an ARN. */
  readonly origin: string | undefined;
}

const region = '[a-z]{2,}(?:-[a-z]+)+-\\d+';
/**
 * The service's own hosts: today's, with FIPS and dual stack; the two that came before; those of private links.
 * https://docs.aws.amazon.com/general/latest/gr/sqs-service.html
 */
const hosts: readonly RegExp[] = [
  new RegExp(
    `^sqs(?:-fips)?\\.(${region})\\.(?:amazonaws\\.com(?:\\.cn)?|api\\.aws|api\\.amazonwebservices\\.com\\.cn)$`,
  ),
  new RegExp(`^(${region})\\.queue\\.amazonaws\\.com(?:\\.cn)?$`),
  new RegExp(`^vpce-[a-z0-9-]+\\.sqs\\.(${region})\\.vpce\\.amazonaws\\.com(?:\\.cn)?$`),
];
/** The first host of all is that of the first region. */
const firstHost = 'queue.amazonaws.com';
const otherSuffixes = /^sqs(?:-fips)?\.([a-z0-9-]+)\.(?:[a-z0-9-]+\.)*(?:gov|cloud|eu|uk)$/;

const path = /^\/(\d{12})\/([A-Za-z0-9_-]{1,80}(?:\.fifo)?)$/;
const arn = /^arn:([a-z-]+):sqs:([a-z0-9-]+):(\d{12}):([A-Za-z0-9_-]{1,80}(?:\.fifo)?)$/;

/**
 * Reads the address of a queue: its URL or its ARN.
 *
 * @throws QueueAddressError for what is neither
 *
 * @example
 * ```ts
 * parseQueueAddress('https://sqs.eu-west-1.amazonaws.com/111122223333/jobs').region; // 'eu-west-1'
 * parseQueueAddress('arn:aws-cn:sqs:cn-north-1:111122223333:jobs').partition; // 'aws-cn'
 * ```
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html
 */
export function parseQueueAddress(address: string): QueueAddress {
  const asArn = arn.exec(String(address));
  if (asArn) {
    const [, partition = '', where = '', account = '', name = ''] = asArn;
    return { name, account, region: where, partition, origin: undefined };
  }
  return parseUrl(address);
}

function parseUrl(address: string): QueueAddress {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const found = url && path.exec(url.pathname);
  if (!url || !found || !/^https?:$/.test(url.protocol) || url.search !== '' || url.username !== '') {
    throw new QueueAddressError(address, 'is neither the URL of a queue nor its ARN');
  }
  const [, account = '', name = ''] = found;
  return { name, account, region: regionOfHost(url.hostname), partition: undefined, origin: url.origin };
}

/** Whether a host is the service's own. */
export function isServiceHost(host: string): boolean {
  return regionOfHost(host) !== undefined;
}

function regionOfHost(host: string): string | undefined {
  if (host === firstHost) return 'us-east-1';
  for (const form of [...hosts, otherSuffixes]) {
    const [, found] = form.exec(host) ?? [];
    if (found !== undefined) return found;
  }
  return undefined;
}
