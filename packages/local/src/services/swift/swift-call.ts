import type { Account } from '../../accounts/account.js';
import type { PieceStore } from '../pieces/piece-store.js';
import type { Caller } from '../service.js';
import type { StorageTarget } from './door/storage-target.js';
import { accountNamed } from './identity/storage-names.js';
import type { Cluster } from './store/cluster.js';
import type { Container } from './store/container.js';
import type { StorageAccount } from './store/storage-account.js';
import { notFound } from './swift-error.js';

/** What a signed address opens: one account, or one container of it. */
export interface Pass {
  readonly account: string;
  readonly container: string | undefined;
}

/** What a call is made of. */
export interface SwiftCallParts {
  readonly method: string;
  readonly target: StorageTarget;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly query: ReadonlyMap<string, string>;
  readonly stream: AsyncIterable<Buffer>;
  /** Who calls; nobody where no token came. */
  readonly user: Account | undefined;
  /** Whether a token came, good or not. */
  readonly withToken: boolean;
  readonly pass: Pass | undefined;
  readonly accounts: readonly Account[];
  readonly cluster: Cluster;
  readonly pieces: PieceStore;
  /** Calls back when the answer is over, sent or not. */
  readonly onGone: Caller['onGone'];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** `http://127.0.0.1:4566`. */
  readonly origin: string;
  /** What the path begins with: `/swift/DFW`. */
  readonly base: string;
  /** The path behind that, as it was sent. */
  readonly path: string;
}

/** One call of the storage. */
export class SwiftCall {
  readonly parts: SwiftCallParts;

  constructor(parts: SwiftCallParts) {
    this.parts = parts;
  }

  get method(): string {
    return this.parts.method;
  }

  get now(): number {
    return this.parts.now;
  }

  get pieces(): PieceStore {
    return this.parts.pieces;
  }

  header(name: string): string | undefined {
    return this.parts.headers.get(name);
  }

  query(name: string): string | undefined {
    return this.parts.query.get(name);
  }

  /** A new time, later than any before. */
  stamp(): number {
    return this.parts.cluster.stamps.next(this.parts.now);
  }

  /** The account that is addressed. Throws SwiftError for one that nobody has. */
  get account(): StorageAccount {
    return this.accountOf(this.parts.target.account);
  }

  /** The account of that name, in this region. */
  accountOf(name: string): StorageAccount {
    const account = accountNamed(name, this.parts.accounts);
    if (!account) throw notFound();
    return this.parts.cluster.account(account.id, this.now);
  }

  /** The container that is addressed, if there is one. */
  get knownContainer(): Container | undefined {
    const { account, container } = this.parts.target;
    if (!accountNamed(account, this.parts.accounts)) return undefined;
    return this.account.find(container, this.now);
  }

  /** The container that is addressed. Throws SwiftError when there is none. */
  get container(): Container {
    const container = this.knownContainer;
    if (!container) throw notFound();
    return container;
  }

  /** The name of the object that is addressed. */
  get name(): string {
    return this.parts.target.object ?? '';
  }

  /** Whether who calls has the account that is addressed. */
  get owned(): boolean {
    const { user, target, accounts } = this.parts;
    return user !== undefined && accountNamed(target.account, accounts)?.id === user.id;
  }

  /** The same caller, who asks something else. */
  derive(changes: Partial<SwiftCallParts>): SwiftCall {
    return new SwiftCall({ ...this.parts, ...changes });
  }
}
