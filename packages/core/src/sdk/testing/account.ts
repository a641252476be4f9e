import { EC2 } from '@aws-sdk/client-ec2';
import type { ServiceSet } from '../set/fanned-types.js';
import { serviceSet } from '../set/service-set.js';
import { type Answer, ec2Answer, newKeys, type Sent, Wire } from './wire.js';

/** Answers DescribeRegions with these, and everything else with an empty page; `refused` goes before. */
export function account(
  names: readonly string[],
  refused: (sent: Sent) => Answer | Promise<Answer> | undefined = () => undefined,
): Wire {
  const items = names.map((name) => `<item><regionName>${name}</regionName><optInStatus>opted-in</optInStatus></item>`);
  return new Wire((sent) => {
    const inner = sent.action === 'DescribeRegions' ? `<regionInfo>${items.join('')}</regionInfo>` : '';
    return refused(sent) ?? ec2Answer(sent, inner);
  });
}

/** A set of the regions that the account says are enabled. */
export function live(wire: Wire, credentials: ReturnType<typeof newKeys> = newKeys()): ServiceSet<EC2> {
  return serviceSet(EC2, { credentials, config: wire.config });
}

/** The regions of targets. */
export function names(targets: readonly { readonly region: string }[]): string[] {
  return targets.map(({ region }) => region);
}

/** What a call throws at once. */
export function thrownBy(call: () => unknown): Error {
  try {
    call();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}
