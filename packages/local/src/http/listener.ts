import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { HeldPort } from './held-port.js';

/** What is done with each request; it never rejects. */
export type RequestHandler = (message: IncomingMessage, response: ServerResponse, port: number) => void;

const ADDRESS = '127.0.0.1';

/** A port that is listened on; closing it ends every connection, answered or not. */
export type Listener = HeldPort;

/** Listens on 127.0.0.1 and nowhere else. Rejects when the port is taken. */
export async function listen(handle: RequestHandler, port: number): Promise<Listener> {
  // No time limit for a whole request: an object of gigabytes takes its time.
  const server = createServer({ maxHeaderSize: 16_384, headersTimeout: 20_000, requestTimeout: 0 });
  // Longer than any client keeps an idle connection: the server closing first would look like a fault.
  server.keepAliveTimeout = 300_000;
  server.on('clientError', refuseMalformed);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, ADDRESS, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const bound = (server.address() as AddressInfo).port;
  server.on('request', (message, response) => handle(message, response, bound));
  return { port: bound, close: () => closeServer(server) };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function refuseMalformed(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
