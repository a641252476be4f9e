import type { StaticStructureSchema } from '@smithy/types';
import { ServiceSetError } from '../../errors/service-set-error.js';
import { partitionOf, requirePartition } from '../../regions/table.js';
import { presentable } from '../failures/clean-error.js';
import { IdentityMemory } from './identity-memory.js';
import { endpointOf, type LookUp } from './look-up.js';
import { lookUpPlaces } from './look-up-places.js';
import { ask, type Question } from './question.js';

const timeout = 10_000;
const known = new IdentityMemory<string>();

/** The account of an identity: its credentials' own word, else STS's, asked once when somebody wants to know. */
export class Account {
  readonly #lookUp: Omit<LookUp, 'partition'>;

  constructor(lookUp: Omit<LookUp, 'partition'>) {
    this.#lookUp = lookUp;
  }

  /** The twelve digits. `region`: one of the partition in which STS is asked, if it has to be. */
  async id(region: string): Promise<string> {
    const { accountId, accessKeyId, expiration } = await this.#lookUp.credentials.resolve();
    if (accountId !== undefined) return accountId;
    const lookUp = { ...this.#lookUp, partition: partitionOf(region) ?? 'aws' };
    const places = await lookUpPlaces(lookUp.partition);
    const key = JSON.stringify([endpointOf(lookUp, 'sts', places[0] ?? ''), accessKeyId]);
    return known.find(key) ?? known.keep(key, askedIn(lookUp, places), () => lifeOf(expiration));
  }
}

/** The account of keys never changes, but nobody asks for that of keys that are over. */
function lifeOf(expiration: Date | undefined): number {
  return expiration === undefined ? Number.POSITIVE_INFINITY : expiration.getTime() - Date.now();
}

/** Asks one place after another: every one knows every identity, but not every one can be reached. */
async function askedIn(lookUp: LookUp, places: readonly string[]): Promise<string> {
  const causes: unknown[] = [];
  for (const region of places) {
    try {
      return await accountOf(lookUp, region);
    } catch (error) {
      causes.push(presentable(error));
    }
  }
  const asked = places.join(', ');
  throw new ServiceSetError(`which account this is could not be asked of STS in ${asked}; the cause says why`, {
    cause: causes.length === 1 ? causes[0] : new AggregateError(causes),
  });
}

async function accountOf(lookUp: LookUp, region: string): Promise<string> {
  const { credentials, handler } = lookUp;
  const { Account } = await ask<{ readonly Account?: string }>(question, {
    region,
    address: `https://sts.${region}.${requirePartition(lookUp.partition).dnsSuffix}`,
    endpoint: endpointOf(lookUp, 'sts', region),
    credentials,
    handler,
    signal: AbortSignal.timeout(timeout),
  });
  if (Account === undefined) throw new ServiceSetError(`GetCallerIdentity in ${region} named no account`);
  return Account;
}

const output: StaticStructureSchema = [3, 'proj.core', 'Identity', 0, ['Account'], [0]];

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
const question: Question = {
  protocol: 'awsQuery',
  serviceId: 'STS',
  signingName: 'sts',
  version: '2011-06-15',
  operation: 'GetCallerIdentity',
  output,
};
