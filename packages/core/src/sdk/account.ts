import type { StaticStructureSchema } from '@smithy/types';
import { partitionOf, requirePartition } from '../regions/table.js';
import { targetOf } from '../targets/target.js';
import type { LookUp } from './enabled-regions.js';
import { askQuery, type QueryQuestion } from './query-question.js';

const timeout = 10_000;

/** The account of an identity: its credentials' own word, else STS's, asked once when somebody wants to know. */
export class Account {
  readonly #lookUp: Omit<LookUp, 'partition'>;
  #id: Promise<string> | undefined;

  constructor(lookUp: Omit<LookUp, 'partition'>) {
    this.#lookUp = lookUp;
  }

  /** The twelve digits. `region`: where STS is asked, if it has to be: a regional endpoint knows every identity. */
  id(region: string): Promise<string> {
    this.#id ??= this.#ask(region).catch((error: unknown) => {
      this.#id = undefined;
      throw error;
    });
    return this.#id;
  }

  async #ask(region: string): Promise<string> {
    const { credentials, handler, endpoint } = this.#lookUp;
    const { accountId } = await credentials.resolve();
    if (accountId !== undefined) return accountId;
    const partition = partitionOf(region) ?? 'aws';
    const answer = await askQuery<{ readonly Account?: string }>(question, {
      region,
      address: `https://sts.${region}.${requirePartition(partition).dnsSuffix}`,
      endpoint: typeof endpoint === 'function' ? endpoint(targetOf({ service: 'sts', region, partition })) : endpoint,
      credentials,
      handler,
      signal: AbortSignal.timeout(timeout),
    });
    if (answer.Account === undefined) throw new Error(`GetCallerIdentity in ${region} named no account`);
    return answer.Account;
  }
}

const output: StaticStructureSchema = [3, 'proj.core', 'Identity', 0, ['Account'], [0]];

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
const question: QueryQuestion = {
  protocol: 'awsQuery',
  serviceId: 'STS',
  signingName: 'sts',
  version: '2011-06-15',
  operation: 'GetCallerIdentity',
  output,
};
