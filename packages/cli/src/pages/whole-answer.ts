/** An answer that is one page, as it is. */
export class WholeAnswer {
  value: object = {};

  add(page: object): void {
    this.value = page;
  }
}
