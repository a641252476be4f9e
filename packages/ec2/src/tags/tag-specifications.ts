import type { ResourceType, Tag, TagSpecification } from '@aws-sdk/client-ec2';
import { OptionError } from '@proj/core';
import { Ec2RuleError } from '../errors/ec2-rule-error.js';
import type { Tags } from './tags.js';

const mostTags = 50;
const longestKey = 128;
const longestValue = 256;
const reserved = /^aws:/i;

/**
 * The tags that something is made with, as part of the request that makes it; nothing without tags. A key whose value is
 * `undefined` is left out.
 *
 * @throws Ec2RuleError for tags that EC2 does not take; OptionError for values that are no texts
 */
export function tagSpecifications(call: string, type: ResourceType, tags: Tags): TagSpecification[] | undefined {
  const list = Object.entries(tags).flatMap(([Key, Value]) => (Value === undefined ? [] : [{ Key, Value }]));
  if (list.length === 0) return undefined;
  if (list.length > mostTags) throw new Ec2RuleError('tagCount', `${call}: there are ${list.length} tags`);
  for (const tag of list) checkTag(call, tag);
  return [{ ResourceType: type, Tags: list }];
}

/** The tags that may be given to something else: all but AWS's own. */
export function copyableTags(tags: Tags): Tags {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !reserved.test(key)));
}

function checkTag(call: string, { Key = '', Value = '' }: Tag): void {
  if (typeof Value !== 'string') throw new OptionError(`${call}: the value of the tag '${Key}' is no text`);
  if (reserved.test(Key)) throw new Ec2RuleError('tagPrefix', `${call}: there is a tag '${Key}'`);
  const fits = Key !== '' && lengthOf(Key) <= longestKey && lengthOf(Value) <= longestValue;
  if (!fits) throw new Ec2RuleError('tagLength', `${call}: the tag '${Key.slice(0, longestKey)}' does not fit`);
}

/** AWS counts characters, not the halves of which JavaScript makes some of them. */
function lengthOf(text: string): number {
  return [...text].length;
}
