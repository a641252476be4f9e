const TEXT = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Whether a text can stand in a header: no line of it ends, and its letters are of ISO-8859-1. */
export function isHeaderText(text: string): boolean {
  return TEXT.test(text);
}
