import { BlockList, isIP } from 'node:net';
import type { Answer } from '../../../wire/answer.js';
import type { Pass, SwiftCall } from '../swift-call.js';
import { badRequest, SwiftError } from '../swift-error.js';
import { temporaryHeaders } from './answer-headers.js';
import { signingKeys } from './keys.js';
import { isSignedBy, readSignature } from './signatures.js';

/** A call as it is let in, and what is done to its answer. */
export interface Passed {
  readonly call: SwiftCall;
  readonly finish: (answer: Answer) => Answer;
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'PUT', 'POST', 'DELETE']);
/** What would point to bytes that the address does not open. */
const REFUSED = ['X-Object-Manifest', 'X-Symlink-Target'];

/** Lets in who comes by a signed address, for what it opens. Throws {@link SwiftError} for one that is not good. */
export function passTemporary(call: SwiftCall): Passed {
  const [signature, expires] = [call.query('temp_url_sig'), call.query('temp_url_expires')];
  if ((signature === undefined && expires === undefined) || call.method === 'OPTIONS') {
    return { call, finish: (answer) => answer };
  }
  const until = timeOf(expires ?? '');
  const pass = passOf(call, signature ?? '', until);
  if (!pass || until * 1000 < call.now) throw invalid();
  const writes = call.method !== 'GET' && call.method !== 'HEAD';
  const refused = REFUSED.find((name) => writes && call.header(name.toLowerCase()) !== undefined);
  if (refused !== undefined) throw badRequest(`The header '${refused}' is not allowed in this tempurl`);
  const query = new Map([...call.parts.query].filter(([name]) => name.startsWith('temp_url')));
  const finish = (answer: Answer): Answer => temporaryHeaders(call, answer, until);
  return { call: call.derive({ pass, user: undefined, withToken: false, query }), finish };
}

/** Seconds since 1970, of a number or of a time in UTC. */
function timeOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? 0 : time / 1000;
}

function passOf(call: SwiftCall, given: string, until: number): Pass | undefined {
  const { target } = call.parts;
  const signature = readSignature(given);
  const prefix = call.query('temp_url_prefix');
  if (!signature || !target.object || !METHODS.has(call.method)) return undefined;
  if (prefix !== undefined && !target.object.startsWith(prefix)) return undefined;
  const range = call.query('temp_url_ip_range');
  if (range !== undefined && !isHere(range)) return undefined;
  const methods = call.method === 'HEAD' ? ['HEAD', 'GET', 'POST', 'PUT'] : [call.method];
  const lines = methods.flatMap((method) => pathsOf(call, prefix).map((path) => `${method}\n${until}\n${path}`));
  const texts = range === undefined ? lines : lines.map((line) => `ip=${range}\n${line}`);
  return signingKeys(call).find(({ key }) => texts.some((text) => isSignedBy(signature, key, text)))?.pass;
}

/** The path as Swift has it, and as a client has it that signs the whole path of the address. */
function pathsOf({ parts }: SwiftCall, prefix: string | undefined): readonly string[] {
  const { account, container, object } = parts.target;
  const path = `/v1/${account}/${container}/${prefix ?? object}`;
  return [path, `${parts.base}${path}`].map((one) => (prefix === undefined ? one : `prefix:${one}`));
}

/** Whether callers, who are all on this machine, are in the range. */
function isHere(range: string): boolean {
  const [address = '', bits = '32'] = range.split('/');
  const family = isIP(address);
  if (family === 0 || !/^\d+$/.test(bits) || Number(bits) > (family === 4 ? 32 : 128)) return false;
  const list = new BlockList();
  list.addSubnet(address, Number(bits), family === 4 ? 'ipv4' : 'ipv6');
  return list.check('127.0.0.1');
}

function invalid(): SwiftError {
  return new SwiftError(401, '401 Unauthorized: Temp URL invalid\n');
}
