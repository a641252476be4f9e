import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startLocalCloud } from '../../index.js';
import { makeBucket, s3Client } from '../../testing/s3.js';

const key = fc.constantFrom('a', 'b');
const step = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), key }),
  fc.record({ kind: fc.constant('delete' as const), key }),
  fc.record({ kind: fc.constant('deleteVersion' as const), key, at: fc.nat(5) }),
  fc.record({ kind: fc.constantFrom('Enabled' as const, 'Suspended' as const), key }),
);

/** What S3 documents of versions, in the simplest form: each key's versions, the newest first. */
interface Model {
  status: 'Enabled' | 'Suspended' | undefined;
  readonly lines: Map<string, { id: string; body: string | undefined }[]>;
}

function put(model: Model, name: string, id: string, body: string | undefined): void {
  const line = model.lines.get(name) ?? [];
  const others = id === 'null' ? line.filter((one) => one.id !== 'null') : line;
  model.lines.set(name, [{ id, body }, ...others]);
}

describe('versions', () => {
  it('are what S3 documents, whatever is done', { timeout: 60_000 }, async () => {
    const cloud = await startLocalCloud();
    const s3 = s3Client(cloud);
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        round += 1;
        const Bucket = await makeBucket(s3, `round-${round}`);
        const model: Model = { status: undefined, lines: new Map() };
        for (const [index, one] of steps.entries()) {
          const at = { Bucket, Key: one.key };
          const line = model.lines.get(one.key) ?? [];
          if (one.kind === 'put') {
            const { VersionId = 'null' } = await s3.putObject({ ...at, Body: String(index) });
            expect(VersionId === 'null').toBe(model.status !== 'Enabled');
            put(model, one.key, VersionId, String(index));
          } else if (one.kind === 'delete') {
            const { VersionId, DeleteMarker } = await s3.deleteObject(at);
            expect(DeleteMarker ?? false).toBe(model.status !== undefined);
            if (VersionId === undefined) model.lines.delete(one.key);
            else put(model, one.key, VersionId, undefined);
          } else if (one.kind === 'deleteVersion') {
            const id = line[one.at]?.id;
            if (id === undefined) continue;
            await s3.deleteObject({ ...at, VersionId: id });
            model.lines.set(
              one.key,
              line.filter((version) => version.id !== id),
            );
          } else {
            await s3.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: one.kind } });
            model.status = one.kind;
          }
        }
        const { Versions = [], DeleteMarkers = [] } = await s3.listObjectVersions({ Bucket });
        const told = [...Versions, ...DeleteMarkers].map(({ Key, VersionId, IsLatest }) => [Key, VersionId, IsLatest]);
        const expected = [...model.lines].flatMap(([name, line]) => line.map(({ id }, at) => [name, id, at === 0]));
        expect(told.map(String).sort()).toEqual(expected.map(String).sort());
        const { Contents = [] } = await s3.listObjectsV2({ Bucket });
        const there = [...model.lines].filter(([, [latest]]) => latest?.body !== undefined).map(([name]) => name);
        expect(Contents.map(({ Key }) => Key)).toEqual(there.sort());
        for (const name of there) {
          const got = await s3.getObject({ Bucket, Key: name });
          expect(await got.Body?.transformToString()).toBe(model.lines.get(name)?.[0]?.body);
        }
      }),
      { numRuns: 40 },
    );
    await cloud.close();
  });
});
