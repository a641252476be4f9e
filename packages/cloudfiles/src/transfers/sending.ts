import type { Part, PartSource } from './part-source.js';
import type { ProgressCount } from './progress.js';
import type { SegmentedUpload } from './segmented-upload.js';

/** A part with the buffer that its bytes are in. */
export interface Loaded {
  readonly part: Part;
  readonly buffer: Buffer;
}

interface SendingTerms {
  readonly segmentSize: number;
  readonly concurrency: number;
  readonly progress: ProgressCount;
}

/** Sends segments, some at once: one buffer for each, which is read into again when its segment is sent. */
export class Sending {
  readonly #upload: SegmentedUpload;
  readonly #parts: PartSource;
  readonly #terms: SendingTerms;
  #reading: Promise<unknown> = Promise.resolve();
  #hasFailed = false;

  constructor(upload: SegmentedUpload, parts: PartSource, terms: SendingTerms) {
    this.#upload = upload;
    this.#parts = parts;
    this.#terms = terms;
  }

  /** The first has been read already. Ends when all are sent, or when one could not be and no other is under way. */
  async all(first: Loaded | undefined): Promise<void> {
    const workers = Array.from({ length: this.#terms.concurrency }, (_, index) =>
      this.#work(index === 0 ? first : undefined),
    );
    const ends = await Promise.allSettled(workers);
    const failure = ends.find((end) => end.status === 'rejected');
    if (failure !== undefined) throw failure.reason;
  }

  async #work(first: Loaded | undefined): Promise<void> {
    let buffer = first?.buffer;
    try {
      let part = first?.part;
      for (;;) {
        if (part === undefined) {
          if (buffer === undefined || buffer.byteLength < this.#terms.segmentSize)
            buffer = Buffer.allocUnsafeSlow(this.#terms.segmentSize);
          part = await this.#next(buffer);
        }
        if (part === undefined || this.#hasFailed) return;
        await this.#upload.send(part);
        this.#terms.progress.add(part.bytes.byteLength);
        part = undefined;
      }
    } catch (error) {
      this.#hasFailed = true;
      throw error;
    }
  }

  /** One after the other. */
  #next(buffer: Buffer): Promise<Part | undefined> {
    const next = this.#reading.then(() => (this.#hasFailed ? undefined : this.#parts.next(buffer)));
    this.#reading = next.catch(() => undefined);
    return next;
  }
}
