// A soak of one consumer over eight regions: handlers that fail and stall, a region that dies for a third of the run, a SIGTERM in the middle
// and another consumer after it. What became of each message is read from what the consumers tell.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startCloudProcess } from '../cloud/process.mjs';
import { Ledger } from './sqs/ledger.mjs';
import { regions } from './sqs/regions.mjs';
import { countLeft, fillForSoak } from './sqs/soak-fill.mjs';
import { death, dying, failing, stalling, termination, total } from './sqs/soak-plan.mjs';

/** @typedef {import('./sqs/drain.mjs').Cloud} Cloud */

/** Seconds. It must end by itself long before. */
const patience = 240;

/** A consumer in a process of its own, whose entries come into the ledger. @param {Cloud} cloud @param {Ledger} ledger */
function startConsumer(cloud, ledger) {
  const child = fork(fileURLToPath(new URL('sqs/soak-child.mjs', import.meta.url)), { execArgv: ['--no-warnings'] });
  child.on('message', (said) => {
    if (Array.isArray(said)) ledger.read(said);
  });
  child.send(cloud);
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    const [code] = await ended;
    if (code !== 0) throw new Error(`the consumer ended with exit code ${code}`);
  };
  return { stop, hasEnded: () => child.exitCode !== null, kill: () => child.kill('SIGKILL') };
}

/**
 * Waits until the consumer has handled its part of the messages.
 * @param {number} part
 * @param {{ readonly ledger: Ledger, readonly consumer: ReturnType<typeof startConsumer>, readonly began: number }} run
 */
async function until(part, { ledger, consumer, began }) {
  while (ledger.handled < total * part) {
    const seconds = (performance.now() - began) / 1_000;
    if (consumer.hasEnded() || seconds > patience) {
      throw new Error(`after ${seconds.toFixed(1)} s ${ledger.handled} of ${total} messages were handled`);
    }
    await wait(50);
  }
}

/** @type {import('./main.mjs').Program} */
export default async function sqsConsume() {
  const running = await startCloudProcess({ regions, seed: 'none' });
  const [account] = running.accounts;
  if (account === undefined) throw new Error('the cloud has no account');
  const cloud = { url: running.url, account: account.id, credentials: account.credentials };
  const ledger = new Ledger();
  /** @type {ReturnType<typeof startConsumer>[]} */
  const consumers = [];
  const start = () => {
    const consumer = startConsumer(cloud, ledger);
    consumers.push(consumer);
    return consumer;
  };
  try {
    await fillForSoak(cloud);
    const began = performance.now();
    const first = start();
    await until(death.from, { ledger, consumer: first, began });
    await running.setFaults({ [dying]: { kind: 'reset' } });
    const died = performance.now();
    await until(termination, { ledger, consumer: first, began });
    await first.stop();
    const second = start();
    await until(death.until, { ledger, consumer: second, began });
    const dead = (performance.now() - died) / 1_000;
    await running.setFaults({});
    await until(1, { ledger, consumer: second, began });
    await second.stop();
    const seconds = (performance.now() - began) / 1_000;
    return judged(ledger, { seconds, dead, left: await countLeft(cloud) });
  } finally {
    for (const consumer of consumers) consumer.kill();
    await running.stop();
  }
}

/** @param {Ledger} ledger @param {{ readonly seconds: number, readonly dead: number, readonly left: number }} run */
function judged(ledger, { seconds, dead, left }) {
  const { handled, failed, afterDeletion, disorder, twice, unexplained, lost, regionFailures } = ledger;
  const figures = {
    seconds,
    dead,
    neverHandled: total - handled,
    left,
    afterDeletion,
    disorder,
    twice,
    unexplained,
    lost,
    failed,
  };
  const met = handled === total && left === 0 && afterDeletion === 0 && disorder === 0 && unexplained === 0;
  const text = [
    `${total.toLocaleString('en')} messages in ${regions.length} regions, one of ${failing} handlings fails, one of ${stalling} stalls, ${dying} dead for ${dead.toFixed(1)} of ${seconds.toFixed(1)} s`,
    `  never handled                 ${total - handled}`,
    `  left in the queues            ${left}`,
    `  handled after their deletion  ${afterDeletion}`,
    `  begun out of their order      ${disorder}`,
    `  handled twice                 ${twice}, of which ${unexplained} without their time being over (${lost} could not be kept or deleted in time)`,
    `  handlings that failed         ${failed}; polls that failed in ${dying} ${regionFailures}`,
  ].join('\n');
  return { text, result: { bench: 'sqs-consume', ...figures, met } };
}
