import { startLocalCloud } from '@proj/local';
import { describe, expect, it, onTestFinished } from 'vitest';
import { answering, clientOf, credentials, ok, type Received, type Reply, refusal } from '../testing/clients.js';
import { signV2 } from './auth/sign-v2.js';
import { ListDomainsCommand } from './commands/data-commands.js';
import * as dataExceptions from './errors/data-exceptions.js';
import * as exportExceptions from './errors/export-exceptions.js';
import { SimpleDBServiceException } from './errors/simpledb-service-exception.js';
import { paginateListExports } from './paginators.js';
import { SimpleDB } from './simpledb.js';
import { SimpleDBClient } from './simpledb-client.js';

/** Signs anew what came, and compares: as a server does. */
function isSigned({ body, form, headers, method = '' }: Received, identity = credentials): boolean {
  const at = new Date(form.get('Timestamp') ?? '');
  const again = signV2({ method, host: headers.host ?? '', path: '/', form: body }, identity, at);
  return again === body && headers['content-length'] === String(Buffer.byteLength(body));
}
const thrown = (promise: Promise<unknown>) => promise.then(undefined, (error: unknown) => error);

describe('requests', () => {
  it('are POSTs of a signed form, named and numbered as the guide says', async () => {
    const { endpoint, received } = await answering(ok(''));
    await clientOf(endpoint).putAttributes({
      DomainName: 'books',
      ItemName: 'one é',
      Attributes: [
        { Name: 'a', Value: "1'*" },
        { Name: 'a', Value: '2', Replace: true },
      ],
      Expected: { Name: 'version', Value: '1', Exists: true },
    });
    const [request] = received;
    if (!request) throw new Error('nothing was sent');
    expect([request.method, request.path]).toEqual(['POST', '/']);
    expect(isSigned(request)).toBe(true);
    expect(request.headers['user-agent']).toMatch(/ api\/simpledb#\d+\.\d+\.\d+/);
    expect(Object.fromEntries(request.form)).toMatchObject({
      Action: 'PutAttributes',
      Version: '2009-04-15',
      DomainName: 'books',
      ItemName: 'one é',
      'Attribute.1.Name': 'a',
      'Attribute.1.Value': "1'*",
      'Attribute.2.Value': '2',
      'Attribute.2.Replace': 'true',
      'Expected.Name': 'version',
      'Expected.Value': '1',
      'Expected.Exists': 'true',
    });
  });

  it('of batches name their items, and those of reading the attributes that are wanted', async () => {
    const { endpoint, received } = await answering(ok(''));
    const client = clientOf(endpoint);
    await client.batchDeleteAttributes({
      DomainName: 'books',
      Items: [{ Name: 'i' }, { Name: 'j', Attributes: [{ Name: 'a', Value: 'b' }] }],
    });
    await client.getAttributes({
      DomainName: 'books',
      ItemName: 'i',
      AttributeNames: ['a', 'b'],
      ConsistentRead: true,
    });
    expect(Object.fromEntries(received[0]?.form ?? [])).toMatchObject({
      'Item.1.ItemName': 'i',
      'Item.2.ItemName': 'j',
      'Item.2.Attribute.1.Name': 'a',
      'Item.2.Attribute.1.Value': 'b',
    });
    expect(Object.fromEntries(received[1]?.form ?? [])).toMatchObject({
      'AttributeName.1': 'a',
      'AttributeName.2': 'b',
      ConsistentRead: 'true',
    });
  });

  it('are signed anew on every retry, with the session token of then', async () => {
    const { endpoint, received } = await answering(
      refusal('ServiceUnavailable', 503),
      refusal('RequestTimeout', 408),
      ok(''),
    );
    let made = 0;
    const temporary = async () => {
      made += 1;
      return { ...credentials, sessionToken: `token ${made}`, expiration: new Date(0) }; // asked for again each time
    };
    const { $metadata } = await clientOf(endpoint, { credentials: temporary, maxAttempts: 3 }).listDomains();
    expect($metadata.attempts).toBe(3);
    const signed = received.map((one) =>
      isSigned(one, { ...credentials, sessionToken: one.form.get('SecurityToken') ?? '' } as typeof credentials),
    );
    expect(signed).toEqual([true, true, true]);
    expect(received.map(({ form }) => form.getAll('Signature').length)).toEqual([1, 1, 1]);
  });

  it('are timed by the clock of the server once they were told that it differs', async () => {
    const there = new Date(Date.now() + 3_600_000);
    const headers = { date: there.toUTCString() };
    const { endpoint, received } = await answering(
      { ...refusal('RequestExpired', 400), headers },
      { ...ok(''), headers },
    );
    await clientOf(endpoint).listDomains();
    const times = received.map(({ form }) => Date.parse(form.get('Timestamp') ?? ''));
    expect(times.map((time) => time > there.getTime() - 600_000)).toEqual([false, true]);
  });

  it('go where SimpleDB is in the region', async () => {
    const hosts: string[] = [];
    const requestHandler = {
      handle: async ({ hostname }: { readonly hostname: string }) => {
        hosts.push(hostname);
        throw new Error('no network');
      },
    };
    for (const region of ['us-east-1', 'eu-west-1']) {
      await thrown(
        new SimpleDB({ region, credentials, requestHandler: requestHandler as never, maxAttempts: 1 }).listDomains(),
      );
    }
    expect(hosts).toEqual(['sdb.amazonaws.com', 'sdb.eu-west-1.amazonaws.com']);
    const fips = new SimpleDB({ region: 'us-east-1', credentials, useFipsEndpoint: true });
    await expect(fips.listDomains()).rejects.toThrow('SimpleDB has no FIPS endpoints');
    const elsewhere = new SimpleDB({ region: 'eu-central-1', credentials, requestHandler: requestHandler as never });
    await expect(elsewhere.listDomains()).rejects.toThrow(
      'SimpleDB is not in "eu-central-1": it is in us-east-1, us-west-1,',
    );
    expect(hosts).toHaveLength(2);
  });

  it('end when they are aborted', async () => {
    const { endpoint } = await answering(ok(''));
    const abortSignal = AbortSignal.abort();
    await expect(clientOf(endpoint).listDomains({}, { abortSignal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('answers', () => {
  it('have what was asked for, the request id and the cost', async () => {
    const item = '<Item><Name>i</Name><Attribute><Name>a</Name><Value>1</Value></Attribute></Item>';
    const { endpoint } = await answering(ok(`${item}<NextToken>n</NextToken>`, 'Select'));
    const { Items, NextToken, $metadata } = await clientOf(endpoint).select({
      SelectExpression: 'select * from books',
    });
    expect([Items, NextToken]).toEqual([[{ Name: 'i', Attributes: [{ Name: 'a', Value: '1' }] }], 'n']);
    expect($metadata).toMatchObject({ httpStatusCode: 200, requestId: 'id-1', boxUsage: 0.0000219907 });
  });

  it('in base64, of nothing but spaces, or beyond U+FFFF, are the text that was written', async () => {
    const encoded = (text: string) => Buffer.from(text).toString('base64');
    const pairs = [
      `<Attribute><Name encoding="base64">${encoded('a\u0000é')}</Name><Value encoding="base64">${encoded('\r\n\u0001')}</Value></Attribute>`,
      '<Attribute><Name>b</Name><Value> \n </Value></Attribute>',
      '<Attribute><Name>c</Name><Value>&#x1F600;&#128512;&amp;#x1F600;&#x0003C;</Value></Attribute>',
      '<Attribute><Name>d</Name><Value></Value></Attribute>',
    ];
    const { endpoint } = await answering(ok(pairs.join(''), 'GetAttributes'));
    const { Attributes = [] } = await clientOf(endpoint).getAttributes({ DomainName: 'books', ItemName: 'i' });
    expect(Attributes.map(({ Name, Value }) => [Name, Value])).toEqual([
      ['a\u0000é', '\r\n\u0001'],
      ['b', ' \n '],
      ['c', '😀😀&#x1F600;<'],
      ['d', ''],
    ]);
  });

  it.each(Object.values(dataExceptions).map((one) => [one.code, one.status, one] as const))(
    '%s, status %i, is an exception of its own',
    async (code, status, exception) => {
      const { endpoint } = await answering(refusal(code, status));
      const error = await thrown(clientOf(endpoint, { maxAttempts: 1 }).listDomains());
      expect(error).toBeInstanceOf(exception);
      expect(error).toBeInstanceOf(SimpleDBServiceException);
      expect(error).toMatchObject({
        name: code,
        message: 'Told so',
        $fault: status < 500 ? 'client' : 'server',
        BoxUsage: 0.0000093222,
        $metadata: { httpStatusCode: status, requestId: 'id-2', boxUsage: 0.0000093222 },
      });
      const isRetried = code === 'RequestTimeout' || code === 'ServiceUnavailable';
      expect((error as SimpleDBServiceException).$retryable !== undefined).toBe(isRetried);
    },
  );

  it('with a code that nobody knows are the base of the exceptions', async () => {
    const { endpoint } = await answering(refusal('BrandNew', 400));
    const error = await thrown(clientOf(endpoint).listDomains());
    expect(error).toBeInstanceOf(SimpleDBServiceException);
    expect(error).toMatchObject({ name: 'BrandNew', message: 'Told so' });
  });

  it('are counted with what they cost: results, errors, and every attempt', async () => {
    const { endpoint } = await answering(refusal('ServiceUnavailable', 503), ok(''), refusal('NoSuchDomain', 400));
    const client = clientOf(endpoint);
    await client.send(new ListDomainsCommand({}));
    await thrown(client.domainMetadata({ DomainName: 'none' }));
    const { boxUsage, responses } = await client.usage();
    expect(responses).toBe(3);
    expect(boxUsage).toBeCloseTo(0.0000219907 + 2 * 0.0000093222, 12);
  });
});

describe('paginators', () => {
  it('follow tokens to the end', async () => {
    const pages: Reply[] = [
      ok('<DomainName>one</DomainName><NextToken>t</NextToken>', 'ListDomains'),
      ok('<DomainName>two</DomainName><DomainName>three</DomainName>', 'ListDomains'),
    ];
    const { endpoint, received } = await answering(...pages);
    const found: string[] = [];
    for await (const { DomainNames = [] } of clientOf(endpoint).paginateListDomains({}, { pageSize: 2 }))
      found.push(...DomainNames);
    expect(found).toEqual(['one', 'two', 'three']);
    expect(received.map(({ form }) => [form.get('NextToken'), form.get('MaxNumberOfDomains')])).toEqual([
      [null, '2'],
      ['t', '2'],
    ]);
  });
});

describe('exports', () => {
  it('are asked for in JSON, signed with version 4', async () => {
    const requestedAt = 1_700_000_000;
    const body = JSON.stringify({ exportArn: 'arn', clientToken: 'c', requestedAt });
    const { endpoint, received } = await answering({ body, headers: { 'content-type': 'application/json' } });
    const output = await clientOf(endpoint).startDomainExport({ domainName: 'books', s3Bucket: 'bucket' });
    expect(output).toMatchObject({ exportArn: 'arn', requestedAt: new Date(requestedAt * 1000) });
    const [request] = received;
    expect(request?.path).toBe('/v2/StartDomainExport');
    expect(request?.headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-west-1\/sdb\/aws4_request/,
    );
    expect(JSON.parse(request?.body ?? '')).toMatchObject({
      domainName: 'books',
      s3Bucket: 'bucket',
      clientToken: expect.any(String),
    });
  });

  it('are begun, looked at and listed page by page', async () => {
    const cloud = await startLocalCloud({ seed: 'none' });
    onTestFinished(() => cloud.close());
    const client = new SimpleDB({
      region: 'eu-west-1',
      endpoint: cloud.endpoint('sdb', 'eu-west-1'),
      credentials: cloud.credentials,
    });
    await client.createDomain({ DomainName: 'books' });
    const begun: (string | undefined)[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      begun.push((await client.startDomainExport({ domainName: 'books', s3Bucket: 'archive' })).exportArn);
    }
    const told = await client.getExport({ exportArn: begun[0] });
    expect(told).toMatchObject({ exportStatus: 'FAILED', failureCode: 'S3NoSuchBucket', domainName: 'books' });
    expect(told.requestedAt).toBeInstanceOf(Date);
    const listed: (string | undefined)[] = [];
    for await (const { exportSummaries = [] } of paginateListExports({ client, pageSize: 2 }, {})) {
      listed.push(...exportSummaries.map(({ exportArn }) => exportArn));
    }
    expect(listed).toEqual(begun);
    const missing = client.startDomainExport({ domainName: 'nobody', s3Bucket: 'archive' });
    await expect(missing).rejects.toBeInstanceOf(exportExceptions.NoSuchDomainException);
  });

  it.each(Object.values(exportExceptions).map((one) => [one.code, one.status, one] as const))(
    '%s is an exception of its own',
    async (code, status, exception) => {
      const headers = { 'content-type': 'application/json', 'x-amzn-errortype': code };
      const { endpoint } = await answering({ status, headers, body: JSON.stringify({ message: 'Told so' }) });
      const error = await thrown(clientOf(endpoint, { maxAttempts: 1 }).getExport({ exportArn: 'arn' }));
      expect(error).toBeInstanceOf(exception);
      expect(error).toMatchObject({ name: code, message: 'Told so', $metadata: { httpStatusCode: status } });
    },
  );
});

it('is a client of the SDK: its stack can be added to, its configuration read', async () => {
  const { endpoint, received } = await answering(ok(''));
  const client = clientOf(endpoint);
  expect(client).toBeInstanceOf(SimpleDBClient);
  expect(await client.config.region()).toBe('eu-west-1');
  client.middlewareStack.add((next) => async (args) => next(args), { step: 'build', name: 'mine' });
  expect(client.middlewareStack.identify().join('\n')).toContain('mine');
  await new Promise<void>((resolve, reject) => client.listDomains({}, (error) => (error ? reject(error) : resolve())));
  expect(received).toHaveLength(1);
});
