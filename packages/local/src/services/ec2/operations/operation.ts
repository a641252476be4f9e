import type { QueryOperation } from '../../query/operation.js';
import type { Ec2Call } from '../ec2-call.js';

/** One action of EC2. */
export type Ec2Operation = QueryOperation<Ec2Call>;
