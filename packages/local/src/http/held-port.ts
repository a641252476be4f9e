/** A port of 127.0.0.1 that the cloud has for itself, whatever it does with it. */
export interface HeldPort {
  readonly port: number;
  /** Gives the port back. */
  close(): Promise<void>;
}
