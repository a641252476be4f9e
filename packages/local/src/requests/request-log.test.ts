import { describe, expect, it } from 'vitest';
import { RequestLog } from './request-log.js';

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
    const never = log.waitFor({ region: 'mars-1' });
    log.close();
    await expect(never).rejects.toThrow('closed before');
  });
});
