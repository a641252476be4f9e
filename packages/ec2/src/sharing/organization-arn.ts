import { Ec2RuleError } from '../errors/ec2-rule-error.js';

type OrganizationRule = 'organizationArn' | 'organizationalUnitArn';

const forms: Readonly<Record<OrganizationRule, RegExp>> = {
  organizationArn: /^arn:aws[a-z-]*:organizations::[0-9]{12}:organization\/o-[a-z0-9]{10,32}$/,
  organizationalUnitArn:
    /^arn:aws[a-z-]*:organizations::[0-9]{12}:ou\/o-[a-z0-9]{10,32}\/ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}$/,
};

/**
 * Refuses what is no ARN of an organization, or of a unit of one: the one is easily taken for the other.
 *
 * @throws Ec2RuleError of the rule of that name
 */
export function checkOrganizationArn(call: string, rule: OrganizationRule, arn: unknown): void {
  if (typeof arn === 'string' && forms[rule].test(arn)) return;
  throw new Ec2RuleError(rule, `${call}: ${JSON.stringify(arn)} is none`);
}
