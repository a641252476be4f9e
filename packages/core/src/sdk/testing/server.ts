import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A server on loopback that counts what reaches it. */
export interface Server extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  /** Every connection so far, ended or not. */
  readonly sockets: readonly Socket[];
  readonly requests: number;
  close(): Promise<void>;
}

/** Starts a server whose every request goes to `answer`, on any port of 127.0.0.1 unless told. */
export async function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  { host = '127.0.0.1', port: wanted = 0 }: { readonly host?: string; readonly port?: number } = {},
): Promise<Server> {
  const sockets: Socket[] = [];
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    answer(request, response);
  });
  server.keepAliveTimeout = 60_000;
  server.on('connection', (socket: Socket) => sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(wanted, host, resolve));
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return {
    url: `http://${host}:${port}`,
    port,
    sockets,
    get requests() {
      return requests;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Settles when the socket has ended, from whichever side. */
export function ended(socket: Socket): Promise<void> {
  return socket.closed ? Promise.resolve() : new Promise((resolve) => socket.once('close', () => resolve()));
}
