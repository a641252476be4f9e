import { EC2 } from '@aws-sdk/client-ec2';
import { expect, test } from 'vitest';
import { type Place, resourceSet } from '../set/resource-set.js';
import { serviceSet } from '../set/service-set.js';

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', accountId: '111122223333' };

class Volumes {
  readonly place: Place<EC2>;
  constructor(place: Place<EC2>) {
    this.place = place;
  }
  async list(signal?: AbortSignal): Promise<unknown> {
    return this.place.call('describeVolumes', (ec2) => ec2.describeVolumes({}), { signal });
  }
}

function volumes(handle: () => Promise<never>): Volumes {
  const config = { requestHandler: { handle }, maxAttempts: 1 };
  const clients = serviceSet(EC2, { regions: ['eu-west-1'], credentials, config });
  return resourceSet(clients, (place) => new Volumes(place)).at('eu-west-1');
}

test('a call whose signal has aborted before makes no request', async () => {
  let requests = 0;
  const handle = async (): Promise<never> => {
    requests += 1;
    throw new Error('the wire was reached');
  };
  const reason = new Error('nobody wants it');
  await expect(volumes(handle).list(AbortSignal.abort(reason))).rejects.toMatchObject({
    name: 'CancelledError',
    cause: reason,
  });
  expect(requests).toBe(0);
});
