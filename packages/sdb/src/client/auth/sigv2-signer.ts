import { AwsSdkSigV4Signer } from '@aws-sdk/core/httpAuthSchemes';
import { HttpRequest } from '@smithy/core/protocols';
import type { AwsCredentialIdentity, HttpRequest as Request } from '@smithy/types';
import { signV2 } from './sign-v2.js';

interface ClockConfig {
  systemClockOffset: number;
  readonly disableClockSkewCorrection?: () => Promise<boolean>;
}

/** What the SDK's handlers of answers look for in the properties of a signature. */
interface Properties extends Record<string, unknown> {
  config?: ClockConfig;
  _disableClockSkewCorrection?: boolean;
  _skipClockSkewSampling?: boolean;
  _preRequestSystemClockOffset?: number;
  _requestSentAt?: number;
}

/**
 * Signs the form of a request with version 2, the only one that SimpleDB's data operations know.
 *
 * Clocks that differ are dealt with as the SDK's own signer does: it is the one that reads the answers' dates.
 */
export class SigV2Signer extends AwsSdkSigV4Signer {
  override async sign(request: Request, identity: AwsCredentialIdentity, properties: Properties): Promise<Request> {
    const at = await this.#now(properties);
    const form = typeof request.body === 'string' ? request.body : Buffer.from(request.body).toString('utf8');
    const host = request.headers['host'] ?? hostOf(request);
    const body = signV2({ method: request.method, host, path: request.path, form }, identity, at);
    // A copy: a retry signs what the protocol made, and not what was signed before.
    const signed = HttpRequest.clone(request);
    signed.body = body;
    signed.headers['content-length'] = String(Buffer.byteLength(body));
    return signed;
  }

  /** The time there; and what the SDK's handlers of answers want to know of it. */
  async #now(properties: Properties): Promise<Date> {
    const { config } = properties;
    const uncorrected = (await config?.disableClockSkewCorrection?.()) === true;
    properties._disableClockSkewCorrection = uncorrected;
    properties._skipClockSkewSampling = uncorrected;
    if (uncorrected || config === undefined) return new Date();
    properties._preRequestSystemClockOffset = config.systemClockOffset;
    properties._requestSentAt = Date.now();
    return new Date(Date.now() + config.systemClockOffset);
  }
}

function hostOf({ hostname, port }: Request): string {
  return port === undefined ? hostname : `${hostname}:${port}`;
}
