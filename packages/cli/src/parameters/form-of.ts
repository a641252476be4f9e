import type { Shape } from '../services/shape.js';

/** What kind of value a shape is, in the words that help and messages have for it. */
export type Form =
  | 'structure'
  | 'list'
  | 'map'
  | 'document'
  | 'blob'
  | 'timestamp'
  | 'boolean'
  | 'number'
  | 'big number'
  | 'string';

/** The kind of value that a shape is. */
export function formOf(shape: Shape): Form {
  const found = tests.find(([, is]) => is(shape));
  return found?.[0] ?? 'string';
}

const tests: readonly (readonly [Form, (shape: Shape) => boolean])[] = [
  ['structure', (shape) => shape.isStructSchema() || shape.isUnitSchema()],
  ['list', (shape) => shape.isListSchema()],
  ['map', (shape) => shape.isMapSchema()],
  ['document', (shape) => shape.isDocumentSchema()],
  ['blob', (shape) => shape.isBlobSchema()],
  ['timestamp', (shape) => shape.isTimestampSchema()],
  ['boolean', (shape) => shape.isBooleanSchema()],
  ['big number', (shape) => shape.isBigIntegerSchema() || shape.isBigDecimalSchema()],
  ['number', (shape) => shape.isNumericSchema()],
];
