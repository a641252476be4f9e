/** A type with some members of another in place of its own. */
export type Override<T, U> = Omit<T, keyof U> & U;
