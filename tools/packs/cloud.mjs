import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { childEnvironment } from '../process/environment.mjs';

/** @typedef {{ accessKeyId: string, secretAccessKey: string, sessionToken?: string | undefined }} Keys */
/** @typedef {{ url: string, credentials: Keys, close: () => Promise<void> }} Cloud */

/**
 * The embedded cloud, as the examples' far end. Nothing else is told to them, so that none can reach a real one.
 * @returns {Promise<Cloud>}
 */
export async function startCloud() {
  const local = /** @type {{ startLocalCloud?: () => Promise<Cloud> }} */ (await import('@proj/local'));
  if (!local.startLocalCloud) throw new Error('@proj/local does not export startLocalCloud');
  return local.startLocalCloud();
}

/**
 * A user's environment that knows one cloud only: no profile, no home with settings, no instance metadata.
 * @param {string} place for the home
 * @param {Cloud | undefined} cloud
 * @returns {NodeJS.ProcessEnv}
 */
export function exampleEnvironment(place, cloud) {
  const rest = Object.entries(childEnvironment()).filter(([name]) => !/^(AWS_|NODE_ENV$|NODE_OPTIONS$|CI$)/.test(name));
  const home = join(place, 'home');
  mkdirSync(home);
  return {
    ...Object.fromEntries(rest),
    HOME: home,
    USERPROFILE: home,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_REGION: 'us-east-1',
    AWS_ENDPOINT_URL: cloud?.url ?? 'http://127.0.0.1:9', // nobody listens there
    AWS_ACCESS_KEY_ID: cloud?.credentials.accessKeyId ?? 'none',
    AWS_SECRET_ACCESS_KEY: cloud?.credentials.secretAccessKey ?? 'none',
    ...(cloud?.credentials.sessionToken ? { AWS_SESSION_TOKEN: cloud.credentials.sessionToken } : {}),
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
}
