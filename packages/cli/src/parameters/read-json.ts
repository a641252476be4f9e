import { json } from './read-argument.js';
import { referredFile } from './referred-file.js';

const option = '--cli-input-json';

/** What `--cli-input-json` says, as JSON or by `file://PATH`. @throws UsageError for what is not JSON */
export function readJson(text: string | undefined, cwd: string): unknown {
  if (text === undefined) return undefined;
  const content = referredFile(text, cwd);
  return json(content === undefined ? text : Buffer.from(content).toString('utf8'), option);
}
