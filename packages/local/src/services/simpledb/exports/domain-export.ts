import type { Item } from '../store/item.js';
import type { Destination, StartInput } from './export-input.js';

/** How far an export is. */
export type ExportStatus = 'PENDING' | 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED';

/** What an export ended with: the objects that it wrote, or why there are none. */
export type ExportEnd =
  | { readonly manifest: string }
  | { readonly failureCode: string; readonly failureMessage: string };

/** An export: what was asked for, and the domain as it was then. Each step takes as long as the cloud says. */
export class DomainExport {
  readonly id: string;
  readonly arn: string;
  readonly clientToken: string;
  readonly domainName: string;
  readonly destination: Destination;
  readonly items: readonly Item[];
  /** Milliseconds since 1970. */
  readonly requestedAt: number;
  readonly #step: number;
  readonly #end: ExportEnd;

  constructor(
    asked: StartInput & { readonly id: string; readonly arn: string; readonly clientToken: string },
    { items, now, step, end }: { items: readonly Item[]; now: number; step: number; end: ExportEnd },
  ) {
    const { id, arn, clientToken, domainName, ...destination } = asked;
    this.id = id;
    this.arn = arn;
    this.clientToken = clientToken;
    this.domainName = domainName;
    this.destination = destination;
    this.items = items;
    this.requestedAt = now;
    this.#step = step;
    this.#end = end;
  }

  status(now: number): ExportStatus {
    const age = now - this.requestedAt;
    if (age < this.#step) return 'PENDING';
    if (age < 2 * this.#step) return 'IN_PROGRESS';
    return 'manifest' in this.#end ? 'SUCCEEDED' : 'FAILED';
  }

  /** What GetExport answers. */
  described(now: number): object {
    const status = this.status(now);
    return {
      ...this.summary(now),
      clientToken: this.clientToken,
      ...this.destination,
      ...(status === 'SUCCEEDED' || status === 'FAILED' ? this.#outcome() : {}),
    };
  }

  /** What ListExports answers of it. */
  summary(now: number): object {
    return {
      exportArn: this.arn,
      exportStatus: this.status(now),
      requestedAt: this.requestedAt / 1000,
      domainName: this.domainName,
    };
  }

  #outcome(): object {
    if (!('manifest' in this.#end)) return this.#end;
    const { manifest: exportManifest } = this.#end;
    return { exportManifest, itemsCount: this.items.length, exportDataCutoffTime: this.requestedAt / 1000 };
  }
}
