import type { Operation } from './operation.js';

/** A class of the SDK with a method for each operation, such as `EC2`. */
export type ClientClass = new (config: never) => object;

/** A service whose client is installed. */
export interface Service {
  /** As the AWS CLI calls it. */
  readonly name: string;
  /** Its package, after `client-`. */
  readonly client: string;
  /** Where the package's module lies. */
  readonly path: string;
  /** All that the package exports. */
  readonly module: Readonly<Record<string, unknown>>;
  readonly Client: ClientClass;
  readonly operations: ReadonlyMap<string, Operation>;
}
