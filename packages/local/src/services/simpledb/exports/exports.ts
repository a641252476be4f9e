import { randomUUID } from 'node:crypto';
import { ApiError } from '../../../wire/api-error.js';
import type { Domains } from '../store/domains.js';
import { DomainExport, type ExportEnd } from './domain-export.js';
import type { Destination, StartInput } from './export-input.js';

const HOUR = 3_600_000;
/** A client token stands for its export for so long. */
const TOKEN_KEPT = 8 * HOUR;
/** https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SDBLimits.html: exports in 24 hours. */
const QUOTA = { window: 24 * HOUR, domain: 5, account: 25 } as const;

/** Where an export is asked for, and by whom. */
export interface ExportPlace {
  readonly account: string;
  readonly region: string;
  readonly domains: Domains;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Writes an export's objects, or says why it cannot. */
export type WriteExport = (
  asked: { readonly id: string; readonly domainName: string; readonly destination: Destination },
  items: DomainExport['items'],
) => ExportEnd;

/** The exports of one account in one region, oldest first. */
export class Exports {
  readonly #all: DomainExport[] = [];
  readonly #asked = new Map<DomainExport, string>();
  readonly #write: WriteExport;
  readonly #step: number;

  /** @param step - ms that an export is pending, and that it is then in progress */
  constructor(write: WriteExport, step: number) {
    this.#write = write;
    this.#step = step;
  }

  /** Begins one; the same once more, by its client token, is the one that there is. Throws {@link ApiError}. */
  start(asked: StartInput, { account, region, domains, now }: ExportPlace): DomainExport {
    const domain = domains.get(asked.domainName);
    if (!domain) throw noSuchDomain(asked.domainName);
    const known = this.#known(asked, now);
    if (known) return known;
    this.#checkQuota(asked.domainName, now);
    const id = randomUUID();
    // Two colons, as in all of AWS's own samples.
    const arn = `arn:aws::sdb:${region}:${account}:domain/${asked.domainName}/export/${id}`;
    const { domainName, clientToken = randomUUID(), ...destination } = asked;
    const items = domain.names.all().flatMap((name) => domain.items.get(name) ?? []);
    const end = this.#write({ id, domainName, destination }, items);
    const made = new DomainExport({ ...asked, id, arn, clientToken }, { items, now, step: this.#step, end });
    this.#all.push(made);
    this.#asked.set(made, JSON.stringify(destination) + domainName);
    return made;
  }

  /** Throws {@link ApiError} where there is none of this ARN. */
  get(arn: string): DomainExport {
    const found = this.#all.find((one) => one.arn === arn);
    if (found) return found;
    throw new ApiError('NoSuchExportException', `There is no export ${arn}.`);
  }

  /** Those of one domain, or of all. */
  list(domainName: string | undefined): readonly DomainExport[] {
    return this.#all.filter((one) => domainName === undefined || one.domainName === domainName);
  }

  #known({ clientToken, domainName, ...destination }: StartInput, now: number): DomainExport | undefined {
    if (clientToken === undefined) return undefined;
    const known = this.#all.findLast((one) => one.clientToken === clientToken && now - one.requestedAt < TOKEN_KEPT);
    if (known && this.#asked.get(known) !== JSON.stringify(destination) + domainName) {
      throw new ApiError('ConflictException', 'The client token stands for an export with other parameters.');
    }
    return known;
  }

  #checkQuota(domainName: string, now: number): void {
    const recent = this.#all.filter(({ requestedAt }) => now - requestedAt < QUOTA.window);
    const ofDomain = recent.filter((one) => one.domainName === domainName);
    if (ofDomain.length < QUOTA.domain && recent.length < QUOTA.account) return;
    throw new ApiError('NumberExportsLimitExceeded', 'Cannot start export as export quota limit was exceeded.', 409);
  }
}

/** The error for a domain that is not there, as the export interface says it. */
export function noSuchDomain(name: string): ApiError {
  return new ApiError('NoSuchDomainException', `The domain ${name} does not exist.`);
}
