import { notOfKind, type Shape } from './shape.js';

/** A string. */
export const text: Shape<string> = {
  fromJson: (value, path) => {
    if (typeof value === 'string') return value;
    throw notOfKind(path, 'a string');
  },
  fromQuery: (parameters) => parameters.text,
  toXml: (xml, name, value) => xml.leaf(name, value),
};

/** A whole number. */
export const integer: Shape<number> = {
  fromJson: (value, path) => {
    if (Number.isSafeInteger(value)) return value as number;
    throw notOfKind(path, 'a whole number');
  },
  fromQuery: ({ text: given }, path) => {
    if (given === undefined) return undefined;
    if (/^-?\d{1,15}$/.test(given)) return Number(given);
    throw notOfKind(path, 'a whole number');
  },
  toXml: (xml, name, value) => xml.leaf(name, value),
};

/** Whether something is so; only ever in answers. */
export const flag: Shape<boolean> = {
  fromJson: (value, path) => {
    if (typeof value === 'boolean') return value;
    throw notOfKind(path, 'true or false');
  },
  fromQuery: (parameters) => (parameters.text === undefined ? undefined : parameters.text === 'true'),
  toXml: (xml, name, value) => xml.leaf(name, value),
};

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Bytes, kept in the base64 that both protocols have them in. */
export const bytes: Shape<string> = {
  ...text,
  fromJson: (value, path) => base64(text.fromJson(value, path), path),
  fromQuery: ({ text: given }, path) => (given === undefined ? undefined : base64(given, path)),
};

function base64(value: string, path: string): string {
  if (BASE64.test(value)) return value;
  throw notOfKind(path, 'bytes in base64');
}
