import type { RequestMatch } from './request-log.js';

/** The cloud was closed before the requests came that `requests.waitFor` was waiting for. */
export class LocalCloudClosedError extends Error {
  override readonly name = 'LocalCloudClosedError';

  constructor(match: RequestMatch, came: number, wanted: number) {
    super(
      `requests.waitFor(${JSON.stringify(match)}, ${wanted}): the local cloud was closed when ${came} of ${wanted} had come; ` +
        'close it after what it waits for, and see requests.recent for what did come.',
    );
  }
}

/** Whether an error is a {@link LocalCloudClosedError}, whichever copy of this package made it. */
export function isLocalCloudClosedError(error: unknown): error is LocalCloudClosedError {
  return error instanceof Error && error.name === 'LocalCloudClosedError';
}
