import { randomInt } from 'node:crypto';

/** Below what systems take for the near ends of connections by themselves (from 32,768 on Linux, 49,152 elsewhere). */
const QUIET = { from: 16_384, to: 32_768 } as const;
const TRIES = 50;

/**
 * Holds a port that will still be free when it is let go for a moment: any other may be given to a connection of somebody else's
 * meanwhile. `hold` rejects where the port is taken.
 */
export async function onQuietPort<T>(hold: (port: number) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await hold(randomInt(QUIET.from, QUIET.to));
    } catch (error) {
      if (tries === TRIES) throw error;
    }
  }
}
