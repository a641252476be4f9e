/** The moment that a text of EC2 names: image dates come as texts. Nothing for a text that names none. */
export function dateOf(text: string | undefined): Date | undefined {
  const date = new Date(text ?? '');
  return Number.isNaN(date.getTime()) ? undefined : date;
}
