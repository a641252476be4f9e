import { ApiError } from '../../../wire/api-error.js';
import { missing } from '../../query/read-parameters.js';
import type { SimpleDbCall } from '../simpledb-call.js';
import type { Domain } from '../store/domain.js';

const NAME = /^[a-zA-Z0-9_.-]{3,255}$/;

/** The name of a domain. Throws {@link ApiError} for what can be none. */
export function readDomainName({ parameters }: SimpleDbCall): string {
  const name = parameters.value('DomainName');
  if (name === undefined) throw missing('DomainName');
  if (NAME.test(name)) return name;
  throw new ApiError('InvalidParameterValue', `Value (${name}) for parameter DomainName is invalid.`);
}

/** The domain that a call names. Throws {@link ApiError} `NoSuchDomain` when there is none. */
export function domainOf(call: SimpleDbCall): Domain {
  return demandDomain(call, readDomainName(call));
}

/** The domain of this name. */
export function demandDomain({ domains }: SimpleDbCall, name: string): Domain {
  const domain = domains.get(name);
  if (domain) return domain;
  throw new ApiError('NoSuchDomain', 'The specified domain does not exist.');
}
