import { createRequire } from 'node:module';
import {
  createDefaultUserAgentProvider,
  getDefaultSocketTimeout,
  NODE_APP_ID_CONFIG_OPTIONS,
  resolveHostHeaderConfig,
  resolveUserAgentConfig,
} from '@aws-sdk/core/client';
import { resolveAwsSdkSigV4Config } from '@aws-sdk/core/httpAuthSchemes';
import { defaultProvider } from '@aws-sdk/credential-provider-node';
import { Sha256 } from '@smithy/core/checksum';
import { loadConfigsForDefaultMode, NoOpLogger } from '@smithy/core/client';
import {
  loadConfig,
  NODE_REGION_CONFIG_FILE_OPTIONS,
  NODE_REGION_CONFIG_OPTIONS,
  NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,
  NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,
  resolveDefaultsModeConfig,
  resolveRegionConfig,
} from '@smithy/core/config';
import { resolveEndpointConfig } from '@smithy/core/endpoints';
import { parseUrl } from '@smithy/core/protocols';
import {
  DEFAULT_RETRY_MODE,
  NODE_MAX_ATTEMPT_CONFIG_OPTIONS,
  NODE_RETRY_MODE_CONFIG_OPTIONS,
  resolveRetryConfig,
} from '@smithy/core/retry';
import { calculateBodyLength, fromBase64, fromUtf8, toBase64, toUtf8 } from '@smithy/core/serde';
import { NodeHttpHandler, streamCollector } from '@smithy/node-http-handler';
import { authSchemes, schemesOf } from '../auth/auth-schemes.js';
import { QueryProtocol } from '../protocol/query-protocol.js';
import type { SimpleDBClientConfig, SimpleDBClientResolvedConfig } from './client-config.js';
import { endpointOf } from './endpoint.js';

const serviceId = 'SimpleDB';
// The same way up from src/ and from dist/.
const { version } = createRequire(import.meta.url)('../../../package.json') as { readonly version: string };

/** What every client of SimpleDB is made of, whatever it is given. */
function constants() {
  return {
    apiVersion: '2009-04-15',
    base64Decoder: fromBase64,
    base64Encoder: toBase64,
    bodyLengthChecker: calculateBodyLength,
    credentialDefaultProvider: defaultProvider,
    defaultSigningName: 'sdb',
    disableHostPrefix: false,
    endpointProvider: endpointOf,
    httpAuthSchemeProvider: schemesOf,
    httpAuthSchemes: authSchemes(),
    logger: new NoOpLogger(),
    protocol: new QueryProtocol(),
    runtime: 'node',
    serviceId,
    sha256: Sha256,
    streamCollector,
    urlParser: parseUrl,
    utf8Decoder: fromUtf8,
    utf8Encoder: toUtf8,
  };
}

/** What was given, and for the rest what environment and configuration files say: as the SDK's clients read them. */
function runtimeConfig(given: SimpleDBClientConfig) {
  const fixed = constants();
  const defaultsMode = resolveDefaultsModeConfig(given);
  const modeDefaults = () => defaultsMode().then(loadConfigsForDefaultMode);
  const where = { ...(given.profile ? { profile: given.profile } : {}), logger: given.logger ?? fixed.logger };
  const retryDefault = async () => (await modeDefaults()).retryMode || DEFAULT_RETRY_MODE;
  return {
    defaultUserAgentProvider: createDefaultUserAgentProvider({ serviceId, clientVersion: version }),
    maxAttempts: loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS, where),
    region: loadConfig(NODE_REGION_CONFIG_OPTIONS, { ...NODE_REGION_CONFIG_FILE_OPTIONS, ...where }),
    retryMode: loadConfig({ ...NODE_RETRY_MODE_CONFIG_OPTIONS, default: retryDefault }, where),
    useDualstackEndpoint: loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, where),
    useFipsEndpoint: loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, where),
    userAgentAppId: loadConfig(NODE_APP_ID_CONFIG_OPTIONS, where),
    ...fixed,
    ...givenOnly(given),
    defaultsMode,
    defaultSocketTimeout: getDefaultSocketTimeout(given.requestHandler, 300_000),
    requestHandler: NodeHttpHandler.create(given.requestHandler ?? modeDefaults),
  };
}

/** An option that is there and undefined is left out, as if it were not there. */
function givenOnly(given: SimpleDBClientConfig): object {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** A client's whole configuration. */
export function resolveConfig(given: SimpleDBClientConfig): SimpleDBClientResolvedConfig {
  const regional = resolveRegionConfig(resolveRetryConfig(resolveUserAgentConfig(runtimeConfig(given))));
  return resolveAwsSdkSigV4Config(resolveEndpointConfig(resolveHostHeaderConfig(regional)));
}
