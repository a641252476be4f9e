/** Stands for a service whose client need not be there: that its regions are looked up is all that is wanted of it. */
export class RegionProbe {
  /** Answers without a request. */
  async here(): Promise<true> {
    return true;
  }
}
