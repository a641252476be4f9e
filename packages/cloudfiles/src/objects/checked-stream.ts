import { createHash } from 'node:crypto';
import { pipeline, type Readable, Transform } from 'node:stream';
import { ChecksumError } from '../errors/checksum-error.js';
import { wireError } from '../wire/connections.js';

/** The bytes of a stream as they come, which ends with an error if they are not those of this MD5. */
export function checkedStream(stream: Readable, object: string, md5: string, host: string): Readable {
  const hash = createHash('md5');
  const checked = new Transform({
    transform(chunk: Uint8Array, _, done) {
      hash.update(chunk);
      done(undefined, chunk);
    },
    flush(done) {
      const actual = hash.digest('hex');
      done(actual === md5 ? undefined : new ChecksumError(object, md5, actual));
    },
  });
  pipeline(stream, checked, (error) => {
    if (error) checked.destroy(wireError(`reading ${object}`, host, error) as Error);
  });
  return checked;
}
