import type { HeldPort } from '../http/held-port.js';
import { listen, type RequestHandler } from '../http/listener.js';
import { onQuietPort } from './quiet-port.js';
import { refusedPort } from './refused-port.js';
import { unacceptedPort } from './unaccepted-port.js';

/** What becomes of connections to a region's own port. */
export type PortState = 'open' | 'refused' | 'unaccepted';

interface RegionPort {
  readonly state: PortState;
  readonly held: HeldPort;
}

/**
 * The ports that regions have for themselves. A region gets one when it first needs one, and keeps it: when its
 * connections are taken again, they are taken there.
 */
export class RegionPorts {
  readonly #ports = new Map<string, RegionPort>();
  readonly #handle: RequestHandler;
  /** One change at a time: two at once could open a port twice. */
  #settled: Promise<unknown> = Promise.resolve();

  constructor(handle: RequestHandler) {
    this.#handle = handle;
  }

  /** The region's own port, if it has one. */
  portOf(region: string): number | undefined {
    return this.#ports.get(region)?.held.port;
  }

  /** Brings every region's port into the state that it should have. */
  apply(regions: Iterable<string>, wanted: (region: string) => PortState): Promise<void> {
    const names = [...regions];
    return this.#inTurn(async () => {
      await Promise.all(names.map((region) => this.#bring(region, wanted(region))));
    });
  }

  /** Gives all ports back. */
  close(): Promise<void> {
    return this.#inTurn(async () => {
      await Promise.all([...this.#ports.values()].map(({ held }) => held.close()));
      this.#ports.clear();
    });
  }

  async #bring(region: string, state: PortState): Promise<void> {
    const known = this.#ports.get(region);
    if (known ? known.state === state : state === 'open') return;
    const port = known?.held.port;
    // Forgotten until it is held again: should that fail, the region has no port of its own, and none that is wrong.
    this.#ports.delete(region);
    await known?.held.close();
    const hold = (at: number) => this.#hold(state, at);
    this.#ports.set(region, { state, held: await (port === undefined ? onQuietPort(hold) : hold(port)) });
  }

  #hold(state: PortState, port: number): Promise<HeldPort> {
    if (state === 'open') return listen(this.#handle, port);
    return state === 'refused' ? refusedPort(port) : unacceptedPort(port);
  }

  #inTurn(change: () => Promise<void>): Promise<void> {
    const done = this.#settled.then(change);
    this.#settled = done.catch(() => {});
    return done;
  }
}
