import type { Answer } from '../../../wire/answer.js';
import { authorize } from '../access/authorize.js';
import { headContainer } from '../operations/container.js';
import { getContainer } from '../operations/get-container.js';
import { getObject } from '../operations/get-object.js';
import type { SwiftCall } from '../swift-call.js';
import { SwiftError } from '../swift-error.js';
import { answerOf, errorAnswer, text } from '../wire/answers.js';
import { statusPage } from '../wire/statuses.js';
import { disabledPage, listingPage } from './listing-page.js';
import { type Site, siteOf } from './site.js';

/** A container as a site: its index, its folders as pages, and its own pages for errors. */
export async function webAnswer(call: SwiftCall): Promise<Answer> {
  const site = siteOf(call);
  if (!site) throw new SwiftError(404);
  const made = await answerOf(() =>
    call.parts.target.object === undefined ? ofRoot(call, site) : ofObject(call, site),
  );
  return made.status >= 400 ? withErrorPage(call, site, made) : made;
}

function ofRoot(call: SwiftCall, site: Site): Answer | Promise<Answer> {
  if (site.index === undefined && !site.listings) {
    authorize(call, 'list');
    return call.method === 'HEAD' ? headContainer.run(call) : getContainer.run(call);
  }
  if (!call.parts.path.endsWith('/')) return toFolder(call);
  return ofFolder(call, site, '');
}

async function ofObject(call: SwiftCall, site: Site): Promise<Answer> {
  const found = await objectAt(call, call.name);
  const length = found.content?.length ?? 0;
  const isFolder = found.headers['content-type'] === site.directoryType && length <= 1;
  if (found.status !== 404 && !isFolder) return found;
  if (site.index === undefined && !site.listings) return found;
  if (call.name.endsWith('/')) return ofFolder(call, site, call.name);
  const index = site.index === undefined ? undefined : await objectAt(call, `${call.name}/${site.index}`);
  if ((index && index.status < 400) || listingPage(call, site, `${call.name}/`) !== undefined) return toFolder(call);
  return errorAnswer(new SwiftError(404));
}

/** The index of a folder, or the folder as a page. */
async function ofFolder(call: SwiftCall, site: Site, prefix: string): Promise<Answer> {
  if (site.index !== undefined) {
    const index = await objectAt(call, `${prefix}${site.index}`);
    if (index.status !== 404) return index;
  }
  const html = { 'content-type': 'text/html; charset=UTF-8' };
  if (!site.listings) return text(404, disabledPage(call, site), html);
  authorize(call, 'list');
  const page = listingPage(call, site, prefix);
  return page === undefined ? errorAnswer(new SwiftError(404)) : text(200, page, html);
}

function objectAt(call: SwiftCall, object: string): Promise<Answer> {
  const at = call.derive({ target: { ...call.parts.target, object } });
  return answerOf(() => {
    authorize(at, 'read');
    return getObject.run(at);
  });
}

function toFolder({ parts: { origin, base, path } }: SwiftCall): Answer {
  return text(301, statusPage(301), {
    'content-type': 'text/html; charset=UTF-8',
    location: `${origin}${base}${path}/`,
  });
}

/** The site's own page for an error, if it has one: `404error.html`. */
async function withErrorPage(call: SwiftCall, { error }: Site, made: Answer): Promise<Answer> {
  if (error === undefined || ![401, 404].includes(made.status)) return made;
  const page = await objectAt(call.derive({ headers: new Map(), query: new Map() }), `${made.status}${error}`);
  return page.status === 200 ? { ...page, status: made.status } : made;
}
