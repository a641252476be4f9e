import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SQS } from '@aws-sdk/client-sqs';
import { SignatureV4 } from '@smithy/signature-v4';
import * as fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { localQueue, localSqs } from '../testing/cloud.js';
import { setOn, Wire } from '../testing/wire.js';
import { sendLean } from './lean-command.js';
import { receiveMessage } from './receive-message.js';
import type { HttpRequest } from './sdk-parts.js';
import { Signer } from './signer.js';

const address = 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs';
const message = (Body: string, MD5OfBody: string) => ({ MessageId: '1', ReceiptHandle: 'r', Body, MD5OfBody });
const hello = message('hello', '5d41402abc4b2a76b9719d911017c592');
const empty = { statusCode: 200, body: '{}' };

/** A queue whose first receiving has been answered, so that the next goes the short way, and what the far end says to those. */
async function warmQueue(...answers: (() => { statusCode: number; body: string })[]) {
  const wire = new Wire(() => (answers.length === 0 ? empty : (answers.shift()?.() ?? empty)));
  answers.unshift(() => empty);
  const set = setOn(wire, ['eu-west-1']);
  const queue = set.queueAt(address);
  await queue.receive({ wait: 0 });
  return { queue, wire, native: set.at('eu-west-1').native };
}

const json = (body: object) => () => ({ statusCode: 200, body: JSON.stringify(body) });

test('a request the short way is the one that the SDK makes, but for its id, its time and its signature', async () => {
  const sent: { readonly headers: NodeJS.Dict<string | string[]>; readonly url: string | undefined; body: string }[] =
    [];
  const url = await listening((headers, path, body) => {
    sent.push({ headers, url: path, body });
    return '{}';
  });
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' };
  const native = new SQS({ region: 'eu-west-1', endpoint: url, credentials, useQueueUrlAsEndpoint: false });
  onTestFinished(() => native.destroy());
  const input = { QueueUrl: address, MaxNumberOfMessages: 3 };
  await sendLean(native, receiveMessage, input);
  await sendLean(native, receiveMessage, input);
  const [learned, lean] = sent.map(({ headers, url: path, body }) => {
    const { authorization, 'x-amz-date': date, 'amz-sdk-invocation-id': id, ...rest } = headers;
    expect([authorization, date, id].every((value) => typeof value === 'string' && value.length > 15)).toBe(true);
    const { 'x-amz-content-sha256': _, 'x-amz-user-agent': agent, ...same } = rest;
    return { same, agent, path, body };
  });
  expect(lean).toEqual(learned);
});

test('it is signed as the SDK signs it, whatever is in it', async () => {
  const base = { protocol: 'https:', hostname: 'h', method: 'POST', path: '/', query: {} };
  const keys = fc.record(
    {
      accessKeyId: fc.stringMatching(/^[A-Z0-9]{4,20}$/),
      secretAccessKey: fc.string({ minLength: 1 }),
      sessionToken: fc.stringMatching(/^[a-zA-Z0-9+/=]{4,40}$/),
    },
    { requiredKeys: ['accessKeyId', 'secretAccessKey'] },
  );
  const date = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  await fc.assert(
    fc.asyncProperty(
      keys,
      fc.string({ unit: 'binary' }),
      date,
      fc.stringMatching(/^ ?[a-zA-Z0-9. ]{1,20}$/),
      async (who, body, when, value) => {
        const headers = { host: 'h', 'content-type': 'application/x-amz-json-1.0', 'X-Amz-Target': value };
        const request: HttpRequest = { ...base, headers };
        const scope = { region: 'eu-west-1', service: 'sqs' };
        const theirs = new SignatureV4({
          ...scope,
          credentials: who,
          sha256: NodeSha256 as never,
          applyChecksum: false,
        });
        const whole = { ...request, body } as never;
        const sign: (asked: never, how: object) => Promise<unknown> = theirs.sign.bind(theirs);
        const { headers: signed } = (await sign(whole, { signingDate: when })) as HttpRequest;
        const ours = new Signer(request, scope, []).sign(body, who, when);
        expect(ours['authorization']).toBe(signed['authorization']);
      },
    ),
  );
});

test('a key holds for its day and its secret', () => {
  const request: HttpRequest = {
    protocol: 'https:',
    hostname: 'h',
    method: 'POST',
    path: '/',
    query: {},
    headers: { host: 'h' },
  };
  const scope = { region: 'eu-west-1', service: 'sqs' };
  const used = new Signer(request, scope, []);
  const times = [new Date('2026-11-24T23:59:59Z'), new Date('2026-11-25T00:00:00Z')];
  for (const secretAccessKey of ['one', 'two', 'one']) {
    for (const time of times) {
      const keys = { accessKeyId: 'AKID', secretAccessKey };
      expect(used.sign('{}', keys, time)).toEqual(new Signer(request, scope, []).sign('{}', keys, time));
    }
  }
});

test('messages come as the SDK gives them, bytes and attributes too', async () => {
  const queue = await localQueue();
  const attributes = { text: 'a', number: 7, bytes: new Uint8Array([0, 1, 255]) };
  for (const body of ['one', 'zwei ✓']) await queue.send(body, { attributes });
  const received = [];
  for (let time = 0; time < 2; time += 1) received.push(...(await queue.receive({ max: 1, wait: 0 })));
  expect(received.map(({ body }) => body).sort()).toEqual(['one', 'zwei ✓']);
  for (const one of received) {
    expect(one.attributes).toEqual({ text: 'a', number: '7', bytes: new Uint8Array([0, 1, 255]) });
    expect(one.receiveCount).toBe(1);
    expect(one.sentAt).toBeInstanceOf(Date);
  }
  const outcomes = await queue.deleteBatch(received);
  expect(outcomes.map(({ error }) => error)).toEqual([undefined, undefined]);
  expect(await queue.counts()).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
});

test('a body that is not what its MD5 says is refused by the SDK', async () => {
  const { queue } = await warmQueue(json({ Messages: [{ ...hello, Body: 'hallo' }] }));
  await expect(queue.receive({ wait: 0 })).rejects.toThrow('Invalid MD5 checksum on messages: 1');
});

test.each([
  ['a page', { statusCode: 200, body: '<html></html>' }, 'UnexpectedBodyError'],
  ['a list', { statusCode: 200, body: '[]' }, 'UnexpectedBodyError'],
  ['half of an answer', { statusCode: 200, body: '{"Messages":[{' }, 'UnexpectedBodyError'],
  [
    'an error',
    { statusCode: 400, body: '{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"no"}' },
    'QueueDoesNotExist',
  ],
])('%s in place of an answer is what it is the other way', async (_, answer, name) => {
  const { queue, wire } = await warmQueue(() => answer);
  const cold = setOn(new Wire(() => answer), ['eu-west-1']).queueAt(address);
  const [warm, first] = await Promise.all([queue, cold].map((one) => one.receive({ wait: 0 }).catch((error) => error)));
  expect(warm).toMatchObject({ name, message: first.message });
  expect(wire.asked).toHaveLength(2);
});

test('what failed is tried again by the SDK, as the second attempt', async () => {
  const wire = new Wire(() =>
    wire.asked.length === 2
      ? { statusCode: 503, body: '{"__type":"ServiceUnavailable"}' }
      : { statusCode: 200, body: JSON.stringify({ Messages: [hello] }) },
  );
  const set = setOn(wire, ['eu-west-1'], { maxAttempts: 3 });
  const native = set.at('eu-west-1').native;
  const input = { QueueUrl: address };
  await sendLean(native, receiveMessage, input);
  const again = await sendLean(native, receiveMessage, input);
  expect(wire.asked).toHaveLength(3);
  expect(again).toMatchObject({ Messages: [hello], $metadata: { attempts: 2 } });
});

test('a connection that breaks in the middle of the answer is tried again', async () => {
  let answers = 0;
  const url = await listening(() => {
    answers += 1;
    return answers === 2 ? undefined : JSON.stringify({ Messages: [hello] });
  });
  const { everywhere } = await localSqs({ endpoint: url, config: { maxAttempts: 2 } });
  const queue = everywhere.queueAt(address);
  await queue.receive({ wait: 0 });
  expect((await queue.receive({ wait: 0 })).map(({ body }) => body)).toEqual(['hello']);
  expect(answers).toBe(3);
});

test("a client with middleware of somebody's own goes the whole way, also when it comes later", async () => {
  const { queue, wire, native } = await warmQueue(json({ Messages: [hello] }), json({ Messages: [hello] }));
  await queue.receive({ wait: 0 });
  const commands: string[] = [];
  native.middlewareStack.add(
    (next, context) => (args) => {
      commands.push(String(context.commandName));
      return next(args);
    },
    { step: 'build', name: 'mine' },
  );
  expect(await queue.receive({ wait: 0 })).toHaveLength(1);
  await queue.receive({ wait: 0 });
  expect(commands).toEqual(['ReceiveMessageCommand', 'ReceiveMessageCommand']);
  expect(wire.asked).toHaveLength(4);
});

test('the signal ends a poll the short way, too', async () => {
  const queue = await localQueue();
  await queue.receive({ wait: 0 });
  const controller = new AbortController();
  const poll = queue.receive({ wait: 20, signal: controller.signal });
  controller.abort();
  await expect(poll).rejects.toMatchObject({ name: 'CancelledError' });
});

/** The SDK's interface of a hash over Node's. */
class NodeSha256 {
  readonly #hash: Hash | Hmac;

  constructor(secret?: string | Uint8Array) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret);
  }

  update(data: Uint8Array): void {
    this.#hash.update(data);
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }

  reset(): void {}
}

/** A server that answers by the function, and breaks off in the middle of a body where there is none. */
async function listening(
  answer: (headers: NodeJS.Dict<string | string[]>, path: string | undefined, body: string) => string | undefined,
): Promise<string> {
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = answer(request.headers, request.url, Buffer.concat(chunks).toString());
    const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': 'request-1' };
    if (body !== undefined) response.writeHead(200, headers).end(body);
    else response.writeHead(200, { ...headers, 'content-length': '100' }).write('{"Mess', () => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve()).closeAllConnections()));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
