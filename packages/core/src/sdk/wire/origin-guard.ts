import { isLoopback, isOfThisMachine } from '../../errors/network-down.js';
import type { Call } from '../../fanout/call.js';
import { type Breakers, type Probe, processBreakers } from '../../guards/breakers.js';
import { isUnreached } from '../failures/unreached.js';

/** A failure at a given endpoint that took less, in milliseconds, costs nothing to meet again. */
const cheap = 1_000;

/** The part of a client's configuration that says whether its endpoint was given by somebody. */
interface EndpointConfig {
  readonly isCustomEndpoint?: boolean;
  readonly ignoreConfiguredEndpointUrls?: boolean;
  /** What the environment or the profile says, read once. */
  readonly serviceConfiguredEndpoint?: () => Promise<string | undefined>;
}

/**
 * What the breakers have to do with one operation of a set's call, all its attempts together: it is let through or not when the first
 * request is about to go, and tells how it went when the SDK has given up, so that no retry meets the breaker of its own call.
 */
export class OriginGuard {
  readonly #call: Call;
  readonly #config: EndpointConfig;
  readonly #breakers: Breakers;
  readonly #began = Date.now();
  #origin: string | undefined;
  #isGiven = false;
  #probe: Probe | undefined;
  #trouble: Error | undefined;
  #excused: unknown;

  constructor(call: Call, config: EndpointConfig, breakers: Breakers = processBreakers) {
    this.#call = call;
    this.#config = config;
    this.#breakers = breakers;
  }

  /** A request is about to go there. Throws the `BreakerOpenError` when it must not. */
  async admit(address: string): Promise<void> {
    this.#isGiven = isLoopback(new URL(address).hostname) || (await isGiven(this.#config));
    // What was given may stand for many regions, of which one alone fails: an emulator, a proxy.
    const origin = this.#isGiven ? `${address} (${this.#call.target.region})` : address;
    if (origin === this.#origin) return;
    this.#release();
    this.#origin = origin;
    if (this.#call.limits.breaker) this.#probe = this.#breakers.admit(origin);
  }

  /** The head of an answer has come. */
  answered(): void {
    this.#trouble = undefined;
    if (this.#origin !== undefined) this.#breakers.answered(this.#origin, this.#began);
  }

  /** A request has failed, and may be made again. */
  failed(error: unknown): void {
    const isTheirs = error !== this.#excused && isUnreached(error) && !isOfThisMachine(error);
    this.#trouble = isTheirs ? error : undefined;
  }

  /** This error, about to be told of, says nothing of the origin. */
  excuse(error: unknown): void {
    this.#excused = error;
  }

  /** The operation is over. What the caller ended by himself says nothing of the origin. */
  end(): void {
    const began = this.#began;
    if (this.#origin !== undefined && this.#trouble !== undefined && !this.#call.signal.aborted && !this.#isCheap()) {
      this.#breakers.missed(this.#origin, { began, cause: this.#trouble, isLasting: !this.#isGiven });
    }
    this.#release();
  }

  /** An emulator that is not there yet refuses at once, and is there a moment later. */
  #isCheap(): boolean {
    return this.#isGiven && Date.now() - this.#began < cheap;
  }

  #release(): void {
    if (this.#origin !== undefined && this.#probe !== undefined) this.#breakers.release(this.#origin, this.#probe);
    this.#probe = undefined;
  }
}

/** Whether somebody chose the endpoint: what holds for it here may not hold for the next process. */
async function isGiven(config: EndpointConfig): Promise<boolean> {
  if (config.isCustomEndpoint === true || config.serviceConfiguredEndpoint === undefined) return true;
  if (config.ignoreConfiguredEndpointUrls === true) return false;
  try {
    return (await config.serviceConfiguredEndpoint()) !== undefined;
  } catch {
    return true;
  }
}
