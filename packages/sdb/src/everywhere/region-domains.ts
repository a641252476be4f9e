import type { Place } from '@proj/core';
import { checkNames } from '../calls/check-names.js';
import { callOptionsOf, type RequestOptions, requestOptionNames } from '../calls/request-options.js';
import type { SimpleDB } from '../client/index.js';
import { Domain } from '../objects/domain.js';
import { RepeatingTokenError } from '../selecting/repeating-token-error.js';

/** The domains of one region. */
export class RegionDomains {
  readonly #place: Place<SimpleDB>;

  constructor(place: Place<SimpleDB>) {
    this.#place = place;
  }

  /** All of them. https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SDB_API_ListDomains.html */
  async domains(options: RequestOptions = {}): Promise<readonly Domain[]> {
    checkNames('domains(options)', options, requestOptionNames);
    const names = await domainNames(this.#place, options);
    return names.map((name) => new Domain(this.#place, name));
  }
}

/** The names of a region's domains. */
export async function domainNames(place: Place<SimpleDB>, options: RequestOptions): Promise<readonly string[]> {
  const names: string[] = [];
  let token: string | undefined;
  do {
    const input = { MaxNumberOfDomains: 100, ...(token !== undefined && { NextToken: token }) };
    const answer = await place.call('listDomains', (client) => client.listDomains(input), callOptionsOf(options));
    names.push(...(answer.DomainNames ?? []));
    const next = answer.NextToken === '' ? undefined : answer.NextToken;
    if (next !== undefined && next === token) throw new RepeatingTokenError('listDomains', place.target.region);
    token = next;
  } while (token !== undefined);
  return names;
}
