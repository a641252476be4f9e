/** Takes answers as they arrive and prints them in one of the forms. */
export interface Sink {
  /** A page of a region's answer, or the whole of it. */
  take(region: string, answer: object): Promise<void> | void;
  /** Nothing more will come. `regions`: in the order in which they are to stand. */
  end(regions: readonly string[]): Promise<void> | void;
}
