/** The promise's value, unless it takes longer than `milliseconds`. `who`: whom the error is about. Leaves no timer behind. */
export function withPatience<T>(promise: Promise<T>, milliseconds: number, who: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    const message = `${who} gave no answer within ${milliseconds / 1000} s: see what it waits for, then call again`;
    timer = setTimeout(() => reject(new Error(message)), milliseconds).unref();
  });
  return Promise.race([promise, over]).finally(() => clearTimeout(timer));
}
