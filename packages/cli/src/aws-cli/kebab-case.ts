import { words } from './table.js';

/**
 * A name of the SDK as the AWS CLI spells it on the command line, by the rule of botocore's `xform_name`.
 *
 * @example
 * kebabCase('DescribeDBInstances'); // 'describe-db-instances'
 * kebabCase('CACertificateIdentifier'); // 'ca-certificate-identifier'
 */
export function kebabCase(name: string): string {
  return words[name] ?? spelt(name);
}

function spelt(name: string): string {
  return separatePlural(name)
    .replace(/(.)([A-Z][a-z]+)/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
}

/** An acronym in the plural is one word: GatewayARNs, ListWebACLs. */
function separatePlural(name: string): string {
  return name.replace(/[A-Z]{2,}s$/, (plural) => `-${plural.toLowerCase()}`);
}
