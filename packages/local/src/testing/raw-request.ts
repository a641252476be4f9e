import { connect } from 'node:net';

/** Sends bytes to a port of 127.0.0.1 and gives what comes back before the connection ends. */
export async function rawRequest(url: string, bytes: string): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(url).port) });
  let received = '';
  socket.setEncoding('utf8').on('data', (part: string) => {
    received += part;
  });
  socket.on('error', () => {});
  socket.write(bytes);
  // Not `once`, which rejects for a connection that is cut while it still sends.
  await new Promise((resolve) => socket.once('close', resolve));
  return received;
}

/** An HTTP/1.1 request as text; the connection is to be closed after the answer. */
export function httpText(method: string, target: string, headers: Readonly<Record<string, string>>, body = ''): string {
  const lines = Object.entries({ connection: 'close', 'content-length': String(Buffer.byteLength(body)), ...headers });
  return [`${method} ${target} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`), '', body].join('\r\n');
}
