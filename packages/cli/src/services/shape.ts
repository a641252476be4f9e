import { NormalizedSchema } from '@smithy/core/schema';
import type { SchemaRef } from '@smithy/types';

/** What the SDK knows of a value's form. */
export type Shape = NormalizedSchema;

/** A member of a structure. */
export interface Member {
  readonly name: string;
  readonly shape: Shape;
  readonly required: boolean;
}

/** The shape that a client's schema describes. */
export function shapeOf(schema: SchemaRef): Shape {
  return NormalizedSchema.of(schema);
}

/** The members of a structure, in the SDK's order: those that have to be given come first. */
export function membersOf(shape: Shape): readonly Member[] {
  if (!shape.isStructSchema()) return [];
  const schema: unknown = shape.getSchema();
  const required: unknown = Array.isArray(schema) ? schema[6] : undefined;
  const count = typeof required === 'number' ? required : 0;
  return [...shape.structIterator()].map(([name, member], at) => ({ name, shape: member, required: at < count }));
}
