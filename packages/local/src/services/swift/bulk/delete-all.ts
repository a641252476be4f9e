import { authorize } from '../access/authorize.js';
import type { StorageTarget } from '../door/storage-target.js';
import { BULK_LIMITS } from '../metadata/limits.js';
import { deleteContainer } from '../operations/container.js';
import { deleteObject } from '../operations/delete-object.js';
import type { SwiftCall } from '../swift-call.js';
import { answerOf } from '../wire/answers.js';
import { statusLine } from '../wire/statuses.js';
import { type BulkFormat, type Problem, reportText } from './report.js';

/** What is to be deleted: `container/object` or `container`, and which version of it. */
export interface Doomed {
  readonly name: string;
  readonly version?: string | undefined;
}

/** Deletes all of it, objects first, and reports. */
export async function deleteAll(call: SwiftCall, doomed: readonly Doomed[], format: BulkFormat): Promise<string> {
  const isObject = ({ name }: Doomed): boolean => name.replace(/^\/|\/$/g, '').includes('/');
  const inOrder = [...doomed.filter(isObject), ...doomed.filter((one) => !isObject(one))];
  let [deleted, missing, status] = [0, 0, 400];
  const problems: Problem[] = [];
  for (const one of inOrder) {
    if (problems.length >= BULK_LIMITS.max_failed_deletes) break;
    const answer = await deleteOne(call, one);
    if (answer < 300) deleted += 1;
    else if (answer === 404) missing += 1;
    else problems.push([encodeURI(one.name), statusLine(answer)]);
    if (answer === 401 || answer === 403 || answer >= 500) status = answer >= 500 ? 502 : answer;
  }
  const failed = problems.length > 0;
  const tooMany = problems.length >= BULK_LIMITS.max_failed_deletes;
  const nothing = !failed && deleted + missing === 0;
  const fields = {
    'Response Status': statusLine(failed ? status : nothing ? 400 : 200),
    'Response Body': tooMany ? 'Max delete failures exceeded' : nothing ? 'Invalid bulk delete.' : '',
    'Number Deleted': deleted,
    'Number Not Found': missing,
  };
  return reportText(format, fields, problems, 'delete');
}

/** A report that says only why nothing was done. */
export function refusedReport(format: BulkFormat, status: number, why: string = ''): string {
  const fields = { 'Response Status': statusLine(status), 'Response Body': why };
  return reportText(format, { ...fields, 'Number Deleted': 0, 'Number Not Found': 0 }, [], 'delete');
}

async function deleteOne(call: SwiftCall, { name, version }: Doomed): Promise<number> {
  const [container = '', ...rest] = name.replace(/^\/+/, '').split('/');
  const object = rest.join('/') || undefined;
  const target: StorageTarget = { account: call.parts.target.account, container, object };
  const query = new Map(version === undefined ? [] : [['version-id', version]]);
  const one = call.derive({ method: 'DELETE', target, query });
  const answer = await answerOf(() => {
    authorize(one, object === undefined ? 'own' : 'write');
    return object === undefined ? deleteContainer.run(one) : deleteObject.run(one);
  });
  return answer.status;
}
