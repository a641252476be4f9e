import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import type { HeldPort } from '../http/held-port.js';

/**
 * A port that refuses connections for as long as it is held. It is the near end of a connection of our own: nobody
 * listens there, and no other process is given it.
 *
 * @param port - the port to hold
 */
export async function refusedPort(port: number): Promise<HeldPort> {
  const far = createServer();
  far.listen(0, '127.0.0.1');
  await once(far, 'listening');
  const accepted = once(far, 'connection');
  const near = connect({
    localPort: port,
    localAddress: '127.0.0.1',
    host: '127.0.0.1',
    port: (far.address() as AddressInfo).port,
  });
  try {
    await Promise.all([once(near, 'connect'), accepted]);
  } catch (error) {
    far.close();
    throw error;
  }
  const close = async (): Promise<void> => {
    // Reset, not ended: an ended connection would keep the port for another minute.
    near.resetAndDestroy();
    far.close();
    await once(far, 'close');
  };
  const [farEnd] = await accepted;
  farEnd.on('error', () => {});
  return { port, close };
}
