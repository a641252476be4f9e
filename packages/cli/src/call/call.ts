import { pagedByHand } from '../aws-cli/table.js';
import type { Common } from '../command-line/common.js';
import type { Operation } from '../services/operation.js';
import type { Service } from '../services/service.js';

/** One operation to be carried out in many regions: checked, and not yet sent. */
export interface Call {
  readonly service: Service;
  readonly operation: Operation;
  readonly input: object;
  readonly common: Common;
}

const byHand: ReadonlySet<string> = /* @__PURE__ */ new Set(pagedByHand);

/** Whether the call reads page after page. As in the AWS CLI, whoever says where a page begins or how long it is wants that page. */
export function isPaged({ operation, common, input }: Call): boolean {
  return operation.paginator !== undefined && common.paginate && !Object.keys(input).some((name) => byHand.has(name));
}
