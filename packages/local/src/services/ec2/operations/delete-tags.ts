import type { QueryParameters } from '../../../wire/query-parameters.js';
import { required } from '../../query/read-parameters.js';
import { readResources } from './create-tags.js';
import type { Ec2Operation } from './operation.js';

type Test = (key: string, value: string) => boolean;

/** Takes tags off resources: those named, whatever their value unless one is given; all of them when none is named. */
export const deleteTags: Ec2Operation = {
  name: 'DeleteTags',
  parameters: ['ResourceId', 'Tag'],
  run(call) {
    const tests = call.parameters.structs('Tag').map(testOf);
    const doomed: Test = (key, value) => tests.length === 0 || tests.some((test) => test(key, value));
    for (const id of readResources(call)) call.estate.tags.remove(call.account.id, id, doomed);
    return (xml) => xml.leaf('return', true);
  },
};

/** No value means any; an empty value means an empty one. */
function testOf(tag: QueryParameters): Test {
  const key = required(tag, 'Key');
  const value = tag.value('Value');
  return (name, held) => name === key && (value === undefined || held === value);
}
