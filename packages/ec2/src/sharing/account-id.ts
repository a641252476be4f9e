import { Ec2RuleError } from '../errors/ec2-rule-error.js';

const twelveDigits = /^[0-9]{12}$/;

/**
 * Refuses what is no account id. Texts only: a number loses the zeros that an id may begin with.
 *
 * @throws Ec2RuleError of the rule `accountId`
 */
export function checkAccountId(call: string, id: unknown): void {
  if (typeof id === 'string' && twelveDigits.test(id)) return;
  if (typeof id === 'string') throw new Ec2RuleError('accountId', `${call}: ${JSON.stringify(id)} is no account id`);
  const hint = typeof id === 'number' ? ', which loses the zeros that an id may begin with' : '';
  throw new Ec2RuleError('accountId', `${call}: an account id is of type ${typeof id}${hint}`);
}
