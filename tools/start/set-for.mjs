import { ec2 } from '@proj/ec2';
import { requireLoopback } from './loopback.mjs';

/** How {@link setFor} makes its set, as it is shown. */
export const made = `const everywhere = ec2({ regions: 'all', partition: 'aws', endpoint, credentials, config });`;

/**
 * EC2 in every region of the embedded cloud, as one of its accounts. Endpoint and credentials are given, and the switches that
 * would change the endpoint are off, so that nothing in the environment or a profile can lead a request elsewhere.
 * @param {string} endpoint
 * @param {import('@proj/local').Account} account
 */
export function setFor(endpoint, { credentials }) {
  requireLoopback(endpoint);
  return ec2({
    regions: 'all',
    partition: 'aws',
    endpoint,
    credentials,
    config: { useFipsEndpoint: false, useDualstackEndpoint: false },
  });
}
