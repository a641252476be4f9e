const SURROGATE = 0xd800;

/** The order of two texts' UTF-8 bytes, which is that of SimpleDB and S3; JavaScript's own differs beyond the first 65,536 characters. */
export function compareBytes(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const x = a.charCodeAt(at);
    const y = b.charCodeAt(at);
    if (x !== y) return weight(x) - weight(y);
  }
  return a.length - b.length;
}

/** A half of a surrogate pair stands for a character behind U+FFFF, so it is put behind U+E000 and the like. */
function weight(unit: number): number {
  if (unit < SURROGATE) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
