import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { Late } from './late.js';

/** What ends the clock: its time, or the connection's standing. */
interface Ends {
  over(): void;
  connected(): void;
}

/** Steps on the way to a connection, each of which has the whole time: the look-up, each address, and TLS after the last. */
const steps: readonly string[] = ['lookup', 'connectionAttempt', 'connect'];

/** Whether the socket is still on its way to a connection. */
export function isConnecting(socket: Socket): boolean {
  return socket.connecting || (socket as { readonly secureConnecting?: boolean }).secureConnecting === true;
}

/** Gives every step of connecting this many milliseconds. What it gives back takes the clock away. */
export function limitConnecting(socket: Socket, milliseconds: number, ends: Ends): () => void {
  const late = new Late(() => {
    off();
    ends.over();
  });
  const last = (socket as Partial<TLSSocket>).encrypted === true ? 'secureConnect' : 'connect';
  const arm = (): void => late.arm(milliseconds);
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
  arm();
  return off;
}
