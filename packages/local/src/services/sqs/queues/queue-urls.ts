import { ApiError } from '../../../wire/api-error.js';

/** Which queue an address means. */
export interface QueueAddress {
  readonly account: string;
  readonly name: string;
}

/** A queue's own path: `/111122223333/orders`, behind `/sqs/REGION` where the caller's endpoint names its region. */
const PATH = /^(?:\/sqs\/([^/]+))?\/(\d{12})\/([^/]+)$/;

/** The addresses of queues as one caller reaches them: on the host that it called, with the region where that was named. */
export class QueueUrls {
  readonly #base: string;
  readonly #region: string;

  /** @param base - `http://127.0.0.1:4566`, with `/sqs/eu-west-1` where the caller's endpoint names its region */
  constructor(base: string, region: string) {
    this.#base = base;
    this.#region = region;
  }

  write({ account, name }: QueueAddress): string {
    return `${this.#base}/${account}/${name}`;
  }

  /** Throws {@link ApiError} `InvalidAddress` for what is no queue's address, or one of another region. */
  read(url: string): QueueAddress {
    const [, region = this.#region, account, name] = PATH.exec(pathOf(url)) ?? [];
    if (account && name && region === this.#region) return { account, name };
    throw new ApiError('InvalidAddress', `The address ${url} is not valid for this endpoint.`);
  }
}

/** The path of a whole address, or of one without its host, which SQS takes too. */
function pathOf(url: string): string {
  if (url.startsWith('/')) return url;
  return URL.canParse(url) ? new URL(url).pathname : '';
}
