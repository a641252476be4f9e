import { escapeXml } from '../../../wire/escape-xml.js';
import { listNames } from '../listing/list-names.js';
import { SWIFT_LIMITS } from '../metadata/limits.js';
import type { SwiftCall } from '../swift-call.js';
import { isoTime } from '../wire/times.js';
import type { Site } from './site.js';

const DOCTYPE =
  '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">\n';
const STYLE = `  <style type="text/css">
   h1 {font-size: 1em; font-weight: bold;}
   th {text-align: left; padding: 0px 1em 0px 1em;}
   td {padding: 0px 1em 0px 1em;}
   a {text-decoration: none;}
  </style>
`;

/** A folder of a container as a page; nothing where there is no such folder. */
export function listingPage(call: SwiftCall, site: Site, prefix: string): string | undefined {
  const wanted = { prefix, delimiter: '/', from: '', to: '', reverse: false, path: undefined };
  const listed = listNames(call.container.rows.at(call.now), {
    ...wanted,
    limit: SWIFT_LIMITS.container_listing_limit,
  });
  if (prefix !== '' && listed.length === 0) return undefined;
  const folders = listed.flatMap((one) =>
    'subdir' in one ? [row('class="item subdir"', one.subdir.slice(prefix.length))] : [],
  );
  const files = listed.flatMap((one) => {
    if ('subdir' in one) return [];
    const { contentType, piece, stamp, manifest } = one.value;
    const kind = contentType.split('/').map((part) => `type-${escapeXml(part.toLowerCase())}`);
    const date = isoTime(stamp).slice(0, 19).replace('T', ' ');
    return [
      row(
        `class="item ${kind.join(' ')}"`,
        one.name.slice(prefix.length),
        readable(manifest?.size ?? piece.size),
        date,
      ),
    ];
  });
  const label = escapeXml(labelOf(call, site));
  const parent = prefix === '' ? [] : [row('id="parent" class="item"', '../')];
  return page(`Listing of ${label}`, style(site, prefix), [...parent, ...folders, ...files].join(''));
}

/** The page that is shown where folders are not. */
export function disabledPage(call: SwiftCall, site: Site): string {
  const label = escapeXml(labelOf(call, site));
  return `${DOCTYPE}<html>
<head>
<title>Listing of ${label}</title>
${style(site, '')}</head>
<body>  <h1>Web Listing Disabled</h1>   <p>The owner of this web site has disabled web listing.   <p>If you are the owner of this web site, you can enable   web listing by setting X-Container-Meta-Web-Listings.</p> </body>
</html>
`;
}

function labelOf({ parts: { path, target } }: SwiftCall, { label }: Site): string {
  return label === undefined ? decodeURIComponent(path) : `${label}/${target.object ?? ''}`;
}

function style({ css }: Site, prefix: string): string {
  if (css === undefined) return STYLE;
  const up = /^(?:\/|https?:\/\/)/.test(css) ? '' : '../'.repeat(prefix.split('/').length - 1);
  return `  <link rel="stylesheet" type="text/css" href="${escapeXml(up + encodeURI(css))}" />\n`;
}

function row(attributes: string, name: string, size = '&nbsp;', date = '&nbsp;'): string {
  const href = name === '../' ? name : escapeXml(name.split('/').map(encodeURIComponent).join('/'));
  return `   <tr ${attributes}>
    <td class="colname"><a href="${href}">${escapeXml(name)}</a></td>
    <td class="colsize">${size}</td>
    <td class="coldate">${date}</td>
   </tr>
`;
}

function page(title: string, head: string, rows: string): string {
  return `${DOCTYPE}<html>
 <head>
  <title>${title}</title>
${head} </head>
 <body>
  <h1 id="title">${title}</h1>
  <table id="listing">
   <tr id="heading">
    <th class="colname">Name</th>
    <th class="colsize">Size</th>
    <th class="coldate">Date</th>
   </tr>
${rows}  </table>
 </body>
</html>
`;
}

function readable(bytes: number): string {
  const units = ['', 'Ki', 'Mi', 'Gi', 'Ti'];
  const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
  return `${Math.round(bytes / 1024 ** power)}${units[power]}`;
}
