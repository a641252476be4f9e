import { AwsSdkSigV4Signer } from '@aws-sdk/core/httpAuthSchemes';
import { getSmithyContext, normalizeProvider } from '@smithy/core/client';
import type {
  HandlerExecutionContext,
  HttpAuthOption,
  HttpAuthScheme,
  HttpAuthSchemeParameters,
  IdentityProviderConfig,
  Provider,
} from '@smithy/types';
import { exportSchemas } from '../schemas/export-schemas.js';
import { SigV2Signer } from './sigv2-signer.js';

const sigV2 = 'serviceset.auth#sigv2';
const sigV4 = 'aws.auth#sigv4';

/** The operation and the region, which decide how a request is signed. */
export interface AuthParameters extends HttpAuthSchemeParameters {
  readonly region?: string;
}

/** Both signatures, with the same credentials. */
export function authSchemes(): HttpAuthScheme[] {
  const identityProvider = (config: IdentityProviderConfig) => config.getIdentityProvider(sigV4);
  return [
    { schemeId: sigV2, identityProvider, signer: new SigV2Signer() },
    { schemeId: sigV4, identityProvider, signer: new AwsSdkSigV4Signer() },
  ];
}

/** The export operations are signed with version 4, all others with version 2. */
export function schemesOf({ operation, region }: AuthParameters): HttpAuthOption[] {
  const isExport = operation !== undefined && Object.hasOwn(exportSchemas, operation);
  return [
    {
      schemeId: isExport ? sigV4 : sigV2,
      signingProperties: { name: 'sdb', region },
      propertiesExtractor: (config, context) => ({ signingProperties: { config, context } }),
    },
  ];
}

/** What {@link schemesOf} is asked with. */
export async function authParametersOf(
  config: { readonly region: string | Provider<string> },
  context: HandlerExecutionContext,
): Promise<AuthParameters> {
  const { operation } = getSmithyContext(context) as { readonly operation: string };
  return { operation, region: await normalizeProvider(config.region)() };
}
