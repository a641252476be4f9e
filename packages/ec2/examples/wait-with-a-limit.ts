import { ec2, isSnapshotFailedError, isSnapshotPendingError } from '@proj/ec2';

const virginia = ec2().at('us-east-1');
const volume = await virginia.createVolume({ availabilityZone: 'us-east-1a', size: 1, tags: { Name: 'a try' } });
const snapshot = await volume.createSnapshot('a try', { copyTags: true });
try {
  const completed = await snapshot.waitUntilCompleted({ timeout: 3_600_000, pollInterval: 30_000 });
  console.log(completed.id, completed.state, completed.tags['Name']);
} catch (error) {
  if (isSnapshotPendingError(error)) console.warn(`still at ${error.snapshot.progress} %`);
  else if (isSnapshotFailedError(error)) console.warn(error.stateMessage);
  else throw error;
} finally {
  await snapshot.delete();
  await volume.delete();
}
