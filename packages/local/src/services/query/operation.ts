import type { QueryParameters } from '../../wire/query-parameters.js';
import type { XmlWriter } from '../../wire/xml-writer.js';

/** Writes what is inside of the response's root element. */
type WriteBody = (xml: XmlWriter) => void;

/** One action of a Query API, in a module of its own. */
export interface QueryOperation<Call> {
  readonly name: string;
  /** The parameters that it takes, by the first part of their names; any other is refused, not overlooked. */
  readonly parameters: readonly string[];
  run(call: Call): WriteBody;
}

/** What every operation is given. */
export interface QueryCall {
  readonly parameters: QueryParameters;
}
