import { CodecError } from '../codec-error.js';

/** How boto writes a type of whole numbers: with an offset, and zeros before them. */
export interface Shift {
  readonly codec: string;
  readonly offset: bigint;
  readonly digits: number;
  /** The numbers that are written, for the message. */
  readonly wants: string;
}

/** Writes a whole number as boto does, as long as it keeps its order. */
export function writeShifted({ codec, offset, digits, wants }: Shift, number: bigint): string {
  const shifted = number + offset;
  const text = String(shifted).padStart(digits, '0');
  if (shifted < 0n || text.length > digits) throw new CodecError(codec, 'encode', wants);
  return text;
}

/** Reads a whole number as boto does, those too that were too large for their order: boto wrote them all the same. */
export function readShifted({ codec, offset, digits }: Shift, text: string): bigint {
  if (!/^-?\d+$/.test(text) || text.length < digits)
    throw new CodecError(codec, 'decode', `a text of ${digits} digits`);
  return BigInt(text) - offset;
}
