import { isTrue } from '../listing/wanted.js';
import type { SwiftCall } from '../swift-call.js';

/** How a container is shown to browsers. */
export interface Site {
  readonly index: string | undefined;
  /** What the names of pages for errors end with. */
  readonly error: string | undefined;
  readonly listings: boolean;
  readonly css: string | undefined;
  readonly label: string | undefined;
  /** The type of objects that stand for folders. */
  readonly directoryType: string;
}

/** The site that a container is, if it is one. */
export function siteOf(call: SwiftCall): Site | undefined {
  const metadata = call.knownContainer?.metadata;
  const setting = (name: string): string | undefined => metadata?.get(`x-container-meta-web-${name}`);
  const [index, error, listings] = [setting('index'), setting('error'), isTrue(setting('listings'))];
  if (index === undefined && error === undefined && !listings) return undefined;
  return {
    index,
    error,
    listings,
    css: setting('listings-css'),
    label: setting('listings-label'),
    directoryType: setting('directory-type') ?? 'application/directory',
  };
}

/** Whether a call is a browser's: a reading one that nobody signed, or one that asks to be taken for such. */
export function isWebCall(call: SwiftCall): boolean {
  const { method, parts } = call;
  if ((method !== 'GET' && method !== 'HEAD') || parts.target.container === undefined) return false;
  if (parts.pass !== undefined) return false;
  return (!parts.withToken || isTrue(call.header('x-web-mode'))) && siteOf(call) !== undefined;
}
