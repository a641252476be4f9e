import type { Protocol, RoutingRule, GetBucketWebsiteCommandOutput as Wire } from '@aws-sdk/client-s3';
import { checkCount, checkWhole, refuseIf } from '../calls/check-value.js';
import type { Setting } from './setting.js';

/**
 * A redirect of some requests of a website: those of which `when` is true, or all.
 *
 * @example
 * ```ts
 * const moved: WebsiteRedirect = { when: { keyPrefix: 'docs/' }, replaceKeyPrefix: 'manual/', status: 301 };
 * ```
 */
export interface WebsiteRedirect {
  readonly when?: { readonly keyPrefix?: string | undefined; readonly errorStatus?: number | undefined } | undefined;
  readonly hostName?: string | undefined;
  readonly protocol?: Protocol | undefined;
  /** @defaultValue 301 */
  readonly status?: number | undefined;
  readonly replaceKey?: string | undefined;
  /** In place of `when.keyPrefix`. Not beside `replaceKey`. */
  readonly replaceKeyPrefix?: string | undefined;
}

/** How a bucket is served as a website: its own pages, or all of it from another host. */
export type Website =
  | {
      /** What stands for a folder, `index.html`. */
      readonly indexDocument: string;
      readonly errorDocument?: string | undefined;
      readonly redirects?: readonly WebsiteRedirect[] | undefined;
    }
  | { readonly redirectAllTo: { readonly hostName: string; readonly protocol?: Protocol | undefined } };

function check(website: Website): void {
  if ('redirectAllTo' in website) {
    refuseIf(!website.redirectAllTo.hostName, 'setWebsite: redirectAllTo wants the hostName of another website');
    return;
  }
  const { indexDocument, redirects = [] } = website;
  refuseIf(!indexDocument || indexDocument.includes('/'), 'setWebsite: indexDocument is a name without slashes');
  checkCount('setWebsite: redirects', redirects, 0, 50);
  for (const { when, status, replaceKey, replaceKeyPrefix } of redirects) {
    checkWhole('setWebsite: status of a redirect', status, 300, 399);
    checkWhole('setWebsite: errorStatus', when?.errorStatus, 400, 599);
    const both = replaceKey !== undefined && replaceKeyPrefix !== undefined;
    refuseIf(both, 'setWebsite: a redirect replaces the key or its prefix, not both');
  }
}

function redirectOf({ Condition, Redirect = {} }: RoutingRule): WebsiteRedirect {
  const { KeyPrefixEquals: keyPrefix, HttpErrorCodeReturnedEquals: error } = Condition ?? {};
  return {
    when: Condition && { keyPrefix, errorStatus: error === undefined ? undefined : Number(error) },
    hostName: Redirect.HostName,
    protocol: Redirect.Protocol,
    status: Redirect.HttpRedirectCode === undefined ? undefined : Number(Redirect.HttpRedirectCode),
    replaceKey: Redirect.ReplaceKeyWith,
    replaceKeyPrefix: Redirect.ReplaceKeyPrefixWith,
  };
}

function wireRedirect({ when, status, ...redirect }: WebsiteRedirect): RoutingRule {
  return {
    Condition: when && {
      KeyPrefixEquals: when.keyPrefix,
      HttpErrorCodeReturnedEquals: when.errorStatus?.toString(),
    },
    Redirect: {
      HostName: redirect.hostName,
      Protocol: redirect.protocol,
      HttpRedirectCode: status?.toString(),
      ReplaceKeyWith: redirect.replaceKey,
      ReplaceKeyPrefixWith: redirect.replaceKeyPrefix,
    },
  };
}

function websiteOf({ RedirectAllRequestsTo: all, ...own }: Omit<Wire, '$metadata'>): Website {
  if (all !== undefined) return { redirectAllTo: { hostName: all.HostName ?? '', protocol: all.Protocol } };
  return {
    indexDocument: own.IndexDocument?.Suffix ?? '',
    errorDocument: own.ErrorDocument?.Key,
    redirects: own.RoutingRules?.map(redirectOf),
  };
}

function wireWebsite(website: Website): Omit<Wire, '$metadata'> {
  if ('redirectAllTo' in website) {
    const { hostName, protocol } = website.redirectAllTo;
    return { RedirectAllRequestsTo: { HostName: hostName, Protocol: protocol } };
  }
  const { indexDocument, errorDocument, redirects } = website;
  return {
    IndexDocument: { Suffix: indexDocument },
    ErrorDocument: errorDocument === undefined ? undefined : { Key: errorDocument },
    RoutingRules: redirects?.map(wireRedirect),
  };
}

export const websiteSetting: Setting<Website> = {
  name: 'BucketWebsite',
  none: 'NoSuchWebsiteConfiguration',
  check,
  get: async (native, Bucket) => websiteOf(await native.getBucketWebsite({ Bucket })),
  put: (native, Bucket, website) => native.putBucketWebsite({ Bucket, WebsiteConfiguration: wireWebsite(website) }),
  delete: (native, Bucket) => native.deleteBucketWebsite({ Bucket }),
};
