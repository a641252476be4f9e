import { checkWaitOptions, type WaitOptions, waitOptionNames } from '../waiting/wait-options.js';
import { type Waiting, waitUntilOver } from '../waiting/wait-until-over.js';
import type { Image } from './image.js';
import { ImageFailedError } from './image-failed-error.js';
import { ImagePendingError } from './image-pending-error.js';

/** Waits until an image can be launched, looking from time to time. */
export async function waitUntilAvailable(image: Image, options: WaitOptions): Promise<Image> {
  checkWaitOptions('waitUntilAvailable(options)', options, waitOptionNames);
  const last = await waitUntilOver(image, waiting, options);
  if (last.state !== 'available') throw new ImageFailedError(last);
  return last;
}

const waiting: Waiting<Image> = {
  // `transient` passes by itself; all other states stay as they are until somebody acts.
  isOver: ({ state }) => state !== undefined && state !== 'pending' && state !== 'transient',
  pendingError: (last, timeout, options) => new ImagePendingError(last, timeout, options),
};
