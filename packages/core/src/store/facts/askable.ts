import type { Facts } from './facts.js';
import type { Cost, Field } from './field.js';

/** The fields that have this cost in a store; where the cost is not known to the compiler, those that may have it. */
type FieldsOf<F extends Facts, C extends Cost> = {
  [K in Field]: C extends F['fields'][K] ? K : never;
}[Field];

/** The fields that a listing of this store can be asked for. */
export type AskableField<F extends Facts> = {
  [K in Field]: F['fields'][K] extends 'never' ? never : K;
}[Field];

/** The fields that cost, or may cost, one more request for each key. */
export type PerKeyField<F extends Facts> = FieldsOf<F, 'perKey'>;
