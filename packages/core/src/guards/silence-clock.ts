import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { Late } from './late.js';

/** The most that a system is thought to hold of what it has taken to send: Linux's default for TCP. */
const mostHeld = 4_194_304;

/** One request on its socket. */
export interface Exchange {
  readonly request: ClientRequest;
  readonly socket: Socket;
  /** The bytes that the socket had written and read before. */
  readonly before: { readonly written: number; readonly read: number };
}

/** How much silence is too much. */
export interface Silence {
  readonly milliseconds: number;
  readonly slowestUplink: number;
  over(response: IncomingMessage | undefined): void;
}

/**
 * Calls `over` when nothing has moved in either direction for too long, and somebody else is to blame: not a consumer that lets the
 * answer lie, nor a request's body that does not come. Node's own timer of idle sockets measures it, which knows of writes that
 * make progress. What it gives back takes the clock away, and leaves nothing on the socket, which others will use.
 */
export function limitSilence({ request, socket, before }: Exchange, silence: Silence): () => void {
  let response: IncomingMessage | undefined;
  let limit = silence.milliseconds;
  let read = 0;
  const restart = (): void => {
    socket.setTimeout(limit);
  };
  const late = new Late(() => {
    if (socket.bytesRead !== read || isOurs(request, response)) restart();
    else silence.over(response);
  });
  const onIdle = (): void => {
    read = socket.bytesRead;
    late.afterReading();
  };
  const onSent = (): void => {
    const held = Math.min(socket.bytesWritten - before.written, mostHeld);
    limit = silence.milliseconds + (held / silence.slowestUplink) * 1_000;
    restart();
  };
  const onResponse = (came: IncomingMessage): void => {
    response = came;
    limit = silence.milliseconds;
    restart();
  };
  socket.on('timeout', onIdle);
  request.once('finish', onSent);
  request.once('response', onResponse);
  if (request.writableFinished) onSent();
  else restart();
  return () => {
    late.clear();
    socket.removeListener('timeout', onIdle);
    request.removeListener('finish', onSent);
    request.removeListener('response', onResponse);
    socket.setTimeout(0);
  };
}

/** Whether it is this side that nothing comes from: what came is not taken, or the request's body does not go on. */
function isOurs(request: ClientRequest, response: IncomingMessage | undefined): boolean {
  if (response !== undefined && (response.complete || response.readableLength > 0)) return true;
  return !request.writableEnded && request.writableLength === 0;
}
