import type {
  HostHeaderInputConfig,
  HostHeaderResolvedConfig,
  UserAgentInputConfig,
  UserAgentResolvedConfig,
} from '@aws-sdk/core/client';
import type { AwsSdkSigV4AuthInputConfig, AwsSdkSigV4AuthResolvedConfig } from '@aws-sdk/core/httpAuthSchemes';
import type { DefaultsMode, SmithyConfiguration, SmithyResolvedConfiguration } from '@smithy/core/client';
import type { RegionInputConfig, RegionResolvedConfig } from '@smithy/core/config';
import type { EndpointInputConfig, EndpointResolvedConfig } from '@smithy/core/endpoints';
import type { HttpHandlerUserInput } from '@smithy/core/protocols';
import type { RetryInputConfig, RetryResolvedConfig } from '@smithy/core/retry';
import type {
  BodyLengthCalculator,
  HttpAuthScheme,
  HttpAuthSchemeProvider,
  HttpHandlerOptions,
  Logger,
  Provider,
  SerdeFunctions,
  UrlParser,
} from '@smithy/types';
import type { AuthParameters } from '../auth/auth-schemes.js';
import type { QueryProtocol } from '../protocol/query-protocol.js';
import type { EndpointParameters } from './endpoint.js';

interface Defaults {
  /** The connections, or the settings of the SDK's own. */
  readonly requestHandler?: HttpHandlerUserInput;
  readonly region?: string | Provider<string>;
  /** The profile of the shared configuration files that region, credentials and settings are read from. */
  readonly profile?: string;
  readonly maxAttempts?: number | Provider<number>;
  readonly retryMode?: string | Provider<string>;
  readonly logger?: Logger;
  readonly defaultsMode?: DefaultsMode | Provider<DefaultsMode>;
}

type Inputs = UserAgentInputConfig &
  RetryInputConfig &
  RegionInputConfig &
  HostHeaderInputConfig &
  EndpointInputConfig<EndpointParameters> &
  AwsSdkSigV4AuthInputConfig;

/**
 * What a SimpleDB client is made with: region, credentials, endpoint, retries and the rest, as for any client of the SDK.
 *
 * @example
 * ```ts
 * const config: SimpleDBClientConfig = { region: 'eu-west-1', maxAttempts: 5 };
 * ```
 */
export interface SimpleDBClientConfig
  extends Partial<Omit<SmithyConfiguration<HttpHandlerOptions>, keyof Defaults>>,
    Defaults,
    Partial<Omit<Inputs, keyof Defaults>> {}

/** A client's `config`: what it was made with, and what stands for all that was left out. */
export type SimpleDBClientResolvedConfig = SmithyResolvedConfiguration<HttpHandlerOptions> &
  UserAgentResolvedConfig &
  RetryResolvedConfig &
  RegionResolvedConfig &
  HostHeaderResolvedConfig &
  EndpointResolvedConfig<EndpointParameters> &
  AwsSdkSigV4AuthResolvedConfig & {
    readonly serviceId: string;
    readonly defaultSigningName: string;
    readonly logger: Logger;
    readonly protocol: QueryProtocol;
    readonly disableHostPrefix: boolean;
    readonly urlParser: UrlParser;
    readonly bodyLengthChecker: BodyLengthCalculator;
    readonly httpAuthSchemes: HttpAuthScheme[];
    readonly httpAuthSchemeProvider: HttpAuthSchemeProvider<AuthParameters>;
  } & SerdeFunctions;
