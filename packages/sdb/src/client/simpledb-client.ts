import {
  getHostHeaderPlugin,
  getLoggerPlugin,
  getRecursionDetectionPlugin,
  getUserAgentPlugin,
} from '@aws-sdk/core/client';
import {
  DefaultIdentityProviderConfig,
  getHttpAuthSchemeEndpointRuleSetPlugin,
  getHttpSigningPlugin,
} from '@smithy/core';
import { Client } from '@smithy/core/client';
import { getContentLengthPlugin } from '@smithy/core/protocols';
import { getRetryPlugin } from '@smithy/core/retry';
import { getSchemaSerdePlugin } from '@smithy/core/schema';
import type { HttpHandlerOptions } from '@smithy/types';
import { authParametersOf } from './auth/auth-schemes.js';
import type { Answer } from './commands/types.js';
import type { SimpleDBClientConfig, SimpleDBClientResolvedConfig } from './config/client-config.js';
import { resolveConfig } from './config/runtime-config.js';
import { limitsPlugin } from './limits/limits-plugin.js';
import { type Usage, UsageCounter } from './usage/box-usage.js';

/**
 * SimpleDB in one region, for commands: a client of the SDK in all but its signature, which is of version 2.
 *
 * @example
 * ```ts
 * const client = new SimpleDBClient({ region: 'eu-west-1' });
 * const { DomainNames = [] } = await client.send(new ListDomainsCommand({}));
 * ```
 */
export class SimpleDBClient extends Client<HttpHandlerOptions, object, Answer, SimpleDBClientResolvedConfig> {
  readonly #usage = new UsageCounter();

  constructor(config: SimpleDBClientConfig = {}) {
    const resolved = resolveConfig(config);
    super(resolved);
    const identityProviderConfigProvider = async ({ credentials }: SimpleDBClientResolvedConfig) =>
      new DefaultIdentityProviderConfig({ 'aws.auth#sigv4': credentials });
    const schemes = { httpAuthSchemeParametersProvider: authParametersOf, identityProviderConfigProvider };
    this.middlewareStack.use(limitsPlugin);
    this.middlewareStack.use(getSchemaSerdePlugin(resolved));
    this.middlewareStack.use(this.#usage.plugin);
    this.middlewareStack.use(getUserAgentPlugin(resolved));
    this.middlewareStack.use(getRetryPlugin(resolved));
    this.middlewareStack.use(getContentLengthPlugin(resolved));
    this.middlewareStack.use(getHostHeaderPlugin(resolved));
    this.middlewareStack.use(getLoggerPlugin(resolved));
    this.middlewareStack.use(getRecursionDetectionPlugin(resolved));
    this.middlewareStack.use(getHttpAuthSchemeEndpointRuleSetPlugin(resolved, schemes));
    this.middlewareStack.use(getHttpSigningPlugin(resolved));
  }

  /** What the requests of this client have cost so far; of a set, `usage().byRegion()` says it for each region. */
  async usage(): Promise<Usage> {
    return this.#usage.usage;
  }
}
