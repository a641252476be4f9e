import { someNumberOf } from '../headers/numbers.js';

/** How a container is published. */
export interface CdnInfo {
  readonly name: string;
  readonly isEnabled: boolean;
  /** Seconds for which the edges keep an object. */
  readonly ttl: number | undefined;
  /** Whether logs of access are put into the container `.CDN_ACCESS_LOGS`. */
  readonly keepsLogs: boolean;
  /** Its address by http, and by https. */
  readonly url: string | undefined;
  readonly secureUrl: string | undefined;
}

/** What the head of an answer tells. */
export function cdnInfoOf(name: string, headers: Readonly<Record<string, string>>): CdnInfo {
  return {
    name,
    isEnabled: isTrue(headers['x-cdn-enabled']),
    ttl: someNumberOf(headers['x-ttl']),
    keepsLogs: isTrue(headers['x-log-retention']),
    url: headers['x-cdn-uri'],
    secureUrl: headers['x-cdn-ssl-uri'],
  };
}

function isTrue(text: string | undefined): boolean {
  return text?.toLowerCase() === 'true';
}
