import type { Call } from '../../fanout/call.js';
import { type Breakers, type Probe, processBreakers } from '../../guards/breakers.js';
import { isUnreached } from '../failures/unreached.js';

/** The part of a client's configuration that says whether its endpoint was given by somebody. */
interface EndpointConfig {
  readonly isCustomEndpoint?: boolean;
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
  #probe: Probe | undefined;
  #trouble: Error | undefined;
  #excused: unknown;

  constructor(call: Call, config: EndpointConfig, breakers: Breakers = processBreakers) {
    this.#call = call;
    this.#config = config;
    this.#breakers = breakers;
  }

  /** A request is about to go there. Throws the `BreakerOpenError` when it must not. */
  admit(origin: string): void {
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
    this.#trouble = error !== this.#excused && isUnreached(error) ? error : undefined;
  }

  /** This error, about to be told of, says nothing of the origin. */
  excuse(error: unknown): void {
    this.#excused = error;
  }

  /** The operation is over. What the caller ended by himself says nothing of the origin. */
  async end(): Promise<void> {
    const { signal } = this.#call;
    if (this.#origin !== undefined && this.#trouble !== undefined && !signal.aborted) {
      const isLasting = !(await isGiven(this.#config));
      this.#breakers.missed(this.#origin, { began: this.#began, cause: this.#trouble, isLasting });
    }
    this.#release();
  }

  #release(): void {
    if (this.#origin !== undefined && this.#probe !== undefined) this.#breakers.release(this.#origin, this.#probe);
    this.#probe = undefined;
  }
}

/** Whether somebody chose the endpoint: what holds for it here may not hold for the next process. */
async function isGiven({ isCustomEndpoint, serviceConfiguredEndpoint }: EndpointConfig): Promise<boolean> {
  if (isCustomEndpoint === true || serviceConfiguredEndpoint === undefined) return true;
  try {
    return (await serviceConfiguredEndpoint()) !== undefined;
  } catch {
    return true;
  }
}
