// `npm run new-package -- NAME --owner @org/team …`: makes a package that passes every check, or says what is wrong.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../process/root.mjs';
import { readArguments } from './arguments.mjs';
import { checkNames, checkPackageName } from './free-names.mjs';
import { Refusal } from './refusal.mjs';
import { keep, register } from './register.mjs';
import { planOf } from './words/plan.mjs';
import { writePackage } from './write-package.mjs';

/**
 * What cannot be made known is not left behind either.
 * @param {import('./words/plan.mjs').Plan} plan
 * @param {string} owner
 */
async function registerOrTakeBack(plan, owner) {
  const restore = keep(root, plan);
  try {
    return await register(root, plan, owner);
  } catch (error) {
    restore();
    rmSync(join(root, 'packages', plan.words['name'] ?? ''), { recursive: true, force: true });
    throw error;
  }
}

async function make() {
  const wanted = readArguments(process.argv.slice(2));
  checkPackageName(root, wanted.name);
  const plan = await planOf(root, wanted);
  checkNames(plan);
  const files = await writePackage(root, plan);
  const changed = await registerOrTakeBack(plan, wanted.owner);
  console.log(`packages/${wanted.name} is there, ${files.length} files, owned by ${wanted.owner}:`);
  for (const file of files) console.log(`  ${file}`);
  console.log(`Changed: ${changed.join(', ')}.`);
  console.log(
    'Next: `npm test`, and `npm run packs -- NAME`; then make it yours, and its README with it.'.replace(
      'NAME',
      wanted.name,
    ),
  );
}

await make().catch((error) => {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exit(2);
});
