import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { Late } from './late.js';

/** What ends the clock: its time, or the connection's standing. */
interface Ends {
  /** The step that it was at had these milliseconds. */
  over(milliseconds: number): void;
  connected(): void;
}

/** The times of one connection, in milliseconds. `first`: of the step that it begins with. */
interface ConnectTimes {
  readonly first: number;
  readonly each: number;
}

/** Steps on the way to a connection, each of which has the whole time: each address after the look-up, and TLS after the last. */
const steps: readonly string[] = ['lookup', 'connectionAttempt', 'connect'];

/** Whether the socket is still on its way to a connection. */
export function isConnecting(socket: Socket): boolean {
  return socket.connecting || (socket as { readonly secureConnecting?: boolean }).secureConnecting === true;
}

/** Gives every step of connecting its time. What it gives back takes the clock away. */
export function limitConnecting(socket: Socket, { first, each }: ConnectTimes, ends: Ends): () => void {
  let milliseconds = first;
  let read = 0;
  const late = new Late(() => {
    // A handshake goes on where bytes of it have come: it may be this process that was late.
    if (socket.bytesRead > read) return arm();
    off();
    ends.over(milliseconds);
  });
  const last = (socket as Partial<TLSSocket>).encrypted === true ? 'secureConnect' : 'connect';
  const arm = (): void => {
    milliseconds = each;
    read = socket.bytesRead;
    late.arm(each);
  };
  const connected = (): void => {
    off();
    ends.connected();
  };
  const off = (): void => {
    late.clear();
    for (const step of steps) socket.removeListener(step, arm);
    socket.removeListener(last, connected);
  };
  for (const step of steps) socket.on(step, arm);
  socket.once(last, connected);
  late.arm(first);
  return off;
}
