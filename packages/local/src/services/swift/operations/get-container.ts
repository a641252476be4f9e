import type { Answer } from '../../../wire/answer.js';
import { listingAnswer, type Row, readFormat } from '../listing/formats.js';
import { listNames } from '../listing/list-names.js';
import { listVersions } from '../listing/list-versions.js';
import { objectRow, versionRow } from '../listing/object-row.js';
import { readWanted } from '../listing/wanted.js';
import type { SwiftCall } from '../swift-call.js';
import { badRequest } from '../swift-error.js';
import { containerHeaders } from './container-headers.js';
import type { SwiftOperation } from './operation.js';

/** Lists a container's objects, or their versions. */
export const getContainer: SwiftOperation = { name: 'GetContainer', right: 'list', run: list };

function list(call: SwiftCall): Answer {
  const { container } = call;
  const versions = call.query('versions') !== undefined && container.versioned !== undefined;
  const format = versions ? 'application/json' : readFormat(call);
  const rows = versions ? versionRows(call) : objectRows(call);
  const elements = { root: 'container', rootName: container.name, row: 'object' } as const;
  return listingAnswer(format, rows, elements, containerHeaders(call, container));
}

function objectRows(call: SwiftCall): readonly Row[] {
  const { account } = call.parts.target;
  const listed = listNames(call.container.rows.at(call.now), readWanted(call));
  return listed.map((one) =>
    'subdir' in one ? { subdir: one.subdir } : objectRow(one.value, account, call.container.name),
  );
}

function versionRows(call: SwiftCall): readonly Row[] {
  const marker = call.query('version_marker');
  if (marker !== undefined && call.query('marker') === undefined) {
    throw badRequest('version_marker param requires marker');
  }
  const listed = listVersions(call.container, readWanted(call), marker, call.now);
  return listed.map((one) => ('subdir' in one ? { subdir: one.subdir } : versionRow(one.object, one.latest)));
}
