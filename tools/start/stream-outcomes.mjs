import { bold, dim } from './style.mjs';

/**
 * The first call of the process, which opens every connection and has the SDK loaded and compiled: outcomes as they come, until
 * only the silent region is left.
 * @param {ReturnType<typeof import('@proj/ec2').ec2>} everywhere
 */
export async function streamOutcomes(everywhere) {
  console.log(bold('for await (const outcome of everywhere.volumes()) …\n'));
  const { length } = await everywhere.ready();
  const start = performance.now();
  /** @type {import('@proj/core').Outcome<unknown>[]} */
  const outcomes = [];
  for await (const outcome of everywhere.volumes()) {
    outcomes.push(outcome);
    if (outcomes.length === length - 1) break;
  }
  const [first] = outcomes;
  console.log(
    `  First to answer: ${first?.target.region}. ${outcomes.length} of ${length} regions had said what they have to say after ${Math.round(performance.now() - start)} ms;`,
  );
  console.log(`  then the loop was left, and nobody waits for the silent one.`);
  console.log(
    dim(
      '  (A first call also opens every connection and loads and compiles the SDK. The next is what a call costs.)\n',
    ),
  );
}
