import { bold, dim, good } from './style.mjs';

/**
 * Takes a snapshot of a volume, where the volume lives, and shares it with an account and with all; the account uses it.
 * @param {readonly import('@proj/ec2').Volume[]} volumes
 * @param {ReturnType<typeof import('@proj/ec2').ec2>} elsewhere the other account's set
 * @param {string} otherId
 */
export async function shareSnapshot(volumes, elsewhere, otherId) {
  const volume = volumes.find(({ region, raw }) => region === 'eu-central-1' && raw.Encrypted !== true);
  if (volume === undefined) throw new Error('no volume in eu-central-1, which answered');
  console.log(bold(`\nA snapshot of ${volume.id}, taken where it lives (${volume.region})\n`));
  const snapshot = await step(`volume.createSnapshot('This is my test snapshot for the blog')`, () =>
    volume.createSnapshot('This is my test snapshot for the blog').then((taken) => taken.waitUntilCompleted()),
  );
  const others = elsewhere.at(snapshot.region);
  const show = () =>
    snapshot
      .permissions()
      .then(({ userIds, groups }) =>
        console.log(dim(`      permissions: userIds ${list(userIds)}, groups ${list(groups)}`)),
      );

  await step(`snapshot.share({ userIds: ['${otherId}'] })`, () => snapshot.share({ userIds: [otherId] }));
  await show();
  await step(`${otherId} creates a volume from ${snapshot.id}`, () => createFrom(others, snapshot.id));
  await step(`snapshot.share({ groups: ['all'] })`, () => snapshot.share({ groups: ['all'] }));
  await show();
  await step(`snapshot.unshare({ groups: ['all'] })`, () => snapshot.unshare({ groups: ['all'] }));
  await step(`snapshot.unshare({ userIds: ['${otherId}'] })`, () => snapshot.unshare({ userIds: [otherId] }));
  await show();
  const refusal = await step(`${otherId} is refused`, () => refusalOf(createFrom(others, snapshot.id)));
  console.log(dim(`      ${refusal.name}: ${refusal.message}`));
}

/**
 * @param {import('@proj/ec2').Ec2Region} region
 * @param {string} snapshotId
 */
async function createFrom(region, snapshotId) {
  const shared = await region.snapshot(snapshotId);
  return shared.createVolume({ availabilityZone: `${region.region}a` });
}

/** @param {Promise<unknown>} use */
async function refusalOf(use) {
  const outcome = await use.then(
    () => undefined,
    (/** @type {Error} */ error) => error,
  );
  if (outcome === undefined) throw new Error('the account could still use a snapshot that is no longer shared with it');
  return outcome;
}

/**
 * @template R
 * @param {string} what
 * @param {() => Promise<R>} work
 */
async function step(what, work) {
  const result = await work();
  console.log(`  ${good('✔')} ${what}`);
  return result;
}

/** @param {readonly string[]} names */
function list(names) {
  return names.length === 0 ? '[]' : `['${names.join("', '")}']`;
}
