import { ApiError } from '../../../wire/api-error.js';
import type { QueryOperation } from '../../query/operation.js';
import { integer } from '../../query/read-parameters.js';
import type { SimpleDbCall } from '../simpledb-call.js';

const MAX = 100;

/** The names of the domains, page by page. */
export const listDomains: QueryOperation<SimpleDbCall> = {
  name: 'ListDomains',
  parameters: ['MaxNumberOfDomains', 'NextToken'],
  run: ({ parameters, account, region, domains, tokens }) => {
    const most = integer(parameters, 'MaxNumberOfDomains') ?? MAX;
    if (most < 1 || most > MAX) {
      throw new ApiError(
        'InvalidParameterValue',
        `Value (${most}) for parameter MaxNumberOfDomains is invalid. MaxNumberOfDomains must be between 1 and ${MAX}.`,
      );
    }
    const scope = ['ListDomains', account.id, region];
    const token = parameters.value('NextToken');
    const { name: after } = token === undefined ? { name: '' } : (tokens.read(scope, token) as { name: string });
    const names = domains.after(after);
    const page = names.slice(0, most);
    return (xml) => {
      for (const name of page) xml.leaf('DomainName', name);
      if (names.length > most) xml.leaf('NextToken', tokens.write(scope, { name: page.at(-1) }));
    };
  },
};
