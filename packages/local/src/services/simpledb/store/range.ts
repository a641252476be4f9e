/** One end of a range of texts. */
interface Bound {
  readonly value: string;
  readonly inclusive: boolean;
}

/** Texts between two ends; an end that is left out is open. */
export interface Range {
  readonly from?: Bound | undefined;
  readonly to?: Bound | undefined;
}
