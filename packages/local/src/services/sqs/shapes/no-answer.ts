/** The output of an operation that answers with nothing. */
export type NoAnswer = Readonly<Record<string, never>>;
