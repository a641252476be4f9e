// `npm start`: the main job on the embedded cloud, over real HTTP.
import { startCloudProcess } from '../cloud/process.mjs';
import { endWithReader } from '../process/broken-pipe.mjs';
import { listEverywhere } from './list-everywhere.mjs';
import { requireLoopback } from './loopback.mjs';
import { made, setFor } from './set-for.mjs';
import { shareSnapshot } from './share-snapshot.mjs';
import { simpledbEverywhere } from './simpledb-everywhere.mjs';
import { streamOutcomes } from './stream-outcomes.mjs';
import { bold, dim } from './style.mjs';

/** The whole job, set-up apart, may not take longer. */
const limit = 60_000;
const silent = 'me-south-1';
const notEnabled = 'ap-southeast-3';

endWithReader();
const overdue = setTimeout(() => {
  console.error(`The job did not end within ${limit / 1_000} s.`);
  process.exit(1);
}, limit);
overdue.unref();

const cloud = await startCloudProcess({
  latency: 'measured',
  faults: { [silent]: { kind: 'silent' }, [notEnabled]: { kind: 'notEnabled' } },
});
try {
  requireLoopback(cloud.url);
  console.log(`\n${bold('ServiceSet: one call, every region')}`);
  console.log(
    dim(`An embedded cloud is up on ${cloud.url}: every commercial region, as far away as measured from us-east-1.`),
  );
  console.log(dim(`In it, ${silent} never answers and ${notEnabled} is not enabled for the account.\n`));
  const [owner, other] = cloud.accounts;
  if (owner === undefined || other === undefined) throw new Error('the embedded cloud has fewer than two accounts');
  const everywhere = setFor(cloud.url, owner);
  console.log(`${bold(made)}\n${dim('  // on an account of your own: ec2(), for the regions that it has enabled')}\n`);
  await streamOutcomes(everywhere);
  const volumes = await listEverywhere(everywhere);
  await shareSnapshot(volumes, setFor(cloud.url, other), other.id);
  await simpledbEverywhere(cloud.simpledb, owner);
  console.log(dim('\nThe same on your own account, where nothing is emulated: README.md, “On your own account”.\n'));
} finally {
  await cloud.stop();
}
