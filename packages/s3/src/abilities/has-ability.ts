import { type PossibleAbility, UnsupportedError } from '@proj/core/store';
import type { BucketHome } from '../calls/bucket-home.js';
import type { RequestOptions } from '../calls/request-options.js';
import { type S3Facts, s3Facts } from '../facts/s3-facts.js';
import { knownAbilities, type Question } from './known-abilities.js';

type Possible = PossibleAbility<S3Facts>;

/** What each of the abilities that a bucket may have depends on. */
const dependsOn: { readonly [A in Possible]?: Question } = {
  objectAcl: 'acls',
  containerAcl: 'acls',
  versions: 'versions',
};

/** Whether a bucket has an ability, as far as it is known. What it may not have was asked for by somebody. */
export function hasAbility(home: BucketHome, ability: Possible): boolean {
  const question = dependsOn[ability];
  return question === undefined ? isAlways(ability) : knownAbilities(home).known(question) === true;
}

/** @throws UnsupportedError where a bucket does not have the ability */
export async function requireAbility(home: BucketHome, ability: Possible, options: RequestOptions): Promise<void> {
  const question = dependsOn[ability];
  const isThere = question === undefined ? isAlways(ability) : await knownAbilities(home).find(question, options);
  if (!isThere) throw new UnsupportedError(s3Facts, ability);
}

function isAlways(ability: Possible): boolean {
  return s3Facts.has[ability] === 'yes';
}
