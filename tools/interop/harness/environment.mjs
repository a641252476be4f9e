import { childEnvironment } from '../../process/environment.mjs';

/**
 * The environment for a program that is to know no AWS: no keys, no profile, no region, no certificates of its own.
 * @param {NodeJS.ProcessEnv} [own]
 * @returns {NodeJS.ProcessEnv}
 */
export function withoutAws(own) {
  const kept = Object.entries(childEnvironment(own)).filter(([variable]) => !variable.startsWith('AWS_'));
  return {
    ...Object.fromEntries(kept),
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}
