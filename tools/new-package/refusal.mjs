/** Something that the caller can mend; its message is a sentence that says how. */
export class Refusal extends Error {
  /** @override */
  name = 'Refusal';
}
