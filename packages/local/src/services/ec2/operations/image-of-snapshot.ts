import type { Estate } from '../estate/estate.js';
import type { Image } from '../estate/image.js';

/** An image that begins its volumes from the snapshot, which therefore cannot be deleted. */
export function imageOfSnapshot({ images }: Estate, snapshotId: string): Image | undefined {
  for (const { resource } of images.placed()) {
    if (resource.devices.some((device) => device.snapshotId === snapshotId)) return resource;
  }
  return undefined;
}
