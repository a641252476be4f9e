import { describe, expect, it, onTestFinished } from 'vitest';
import { isLocalCloudClosedError } from './closed-error.js';
import { RequestLog, type RequestMatch } from './request-log.js';

const record = { at: new Date(0), service: 'ec2', region: 'eu-west-1', account: '1', action: 'DescribeVolumes' };

describe('RequestLog', () => {
  it('counts what agrees with the match', () => {
    const log = new RequestLog();
    log.add({ ...record });
    log.add({ ...record, region: 'eu-west-2' });
    log.add({ ...record, account: undefined });
    expect(log.count()).toBe(3);
    expect(log.count({ region: 'eu-west-1' })).toBe(2);
    expect(log.count({ account: undefined })).toBe(1);
    expect(log.count({ action: 'CreateVolume' })).toBe(0);
    expect([...log].map(({ region }) => region)).toEqual(['eu-west-1', 'eu-west-2', 'eu-west-1']);
  });

  it('remembers the newest 10,000 and counts all', () => {
    const log = new RequestLog();
    for (let index = 0; index < 35_000; index += 1) log.add({ ...record, at: new Date(index) });
    expect(log.recent).toHaveLength(10_000);
    expect(log.recent.at(-1)?.at.getTime()).toBe(34_999);
    expect(log.total).toBe(35_000);
    expect(log.count({ service: 'ec2' })).toBe(35_000);
  });

  it('lets a test wait for requests', async () => {
    const log = new RequestLog();
    const second = log.waitFor({ region: 'eu-west-1' }, 2);
    log.add({ ...record });
    await log.waitFor();
    log.add({ ...record });
    await second;
  });

  it('ends waits when the cloud closes, and those that begin after it', async () => {
    const log = new RequestLog();
    log.add({ ...record });
    const never = log.waitFor({ region: 'eu-west-1' }, 2);
    log.close();
    const error = await never.catch((caught: unknown) => caught);
    expect(isLocalCloudClosedError(error)).toBe(true);
    expect(error).toMatchObject({ message: expect.stringMatching(/{"region":"eu-west-1"}.* closed when 1 of 2 had/) });
    await expect(log.waitFor({ region: 'eu-west-2' })).rejects.toThrow('0 of 1');
    await log.waitFor({ region: 'eu-west-1' });
  });

  it('lets nobody’s wait be an unhandled rejection', async () => {
    const heard: unknown[] = [];
    const hear = (reason: unknown): void => void heard.push(reason);
    process.on('unhandledRejection', hear);
    onTestFinished(() => void process.off('unhandledRejection', hear));
    const log = new RequestLog();
    void log.waitFor({ region: 'eu-west-1' });
    log.close();
    // Node tells of them when the microtasks are done.
    await new Promise((resolve) => setImmediate(resolve));
    expect(heard).toEqual([]);
  });

  it('refuses what no record has: a wait for it would never end', async () => {
    const log = new RequestLog();
    await expect(log.waitFor({ regoin: 'eu-west-1' } as RequestMatch)).rejects.toMatchObject({
      option: 'match.regoin',
    });
    await expect(log.waitFor({}, Number.NaN)).rejects.toMatchObject({ option: 'count' });
    expect(() => log.count('eu-west-1' as RequestMatch)).toThrow("match: is 'eu-west-1'; give an object");
  });
});
