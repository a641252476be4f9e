import { createReadStream, createWriteStream } from 'node:fs';
import { truncate } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { dumpPosition, isLoadError, simpledb } from '@proj/sdb';

const file = process.argv[2] ?? 'simpledb.ndjson';
const everywhere = simpledb();
await pipeline(everywhere.dump(), createWriteStream(file));

// Had it been interrupted, this would go on behind the last line that is whole.
const resume = await dumpPosition(createReadStream(file));
await truncate(file, resume.bytes);
await pipeline(everywhere.dump({ resume }), createWriteStream(file, { flags: 'a' }));

try {
  const { lines, items } = await everywhere.load(createReadStream(file));
  console.log(lines, items);
} catch (error) {
  if (isLoadError(error)) console.error(`go on with skipLines: ${error.report.lines}`);
  throw error;
}
