import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { camelOf, pascalOf } from './names.mjs';
import { Refusal } from './refusal.mjs';

/** Words that cannot name a function in a module: https://tc39.es/ecma262/#prod-ReservedWord and what strict mode adds. */
const reserved = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for
  function if implements import in instanceof interface let new null package private protected public return static super switch
  this throw true try typeof undefined var void while with yield`.split(/\s+/),
);

/** Files of the template that a package's own file, named after it, would overwrite. */
const taken = new Set(['index', 'readme']);

/**
 * Refuses a package that is there already, and a name that its files or its function cannot have.
 * @param {string} root
 * @param {string} name
 */
export function checkPackageName(root, name) {
  if (existsSync(join(root, 'packages', name))) {
    throw new Refusal(
      `There is a packages/${name} already: take another name, or work there; OWNERS.md says who owns it.`,
    );
  }
  if (reserved.has(camelOf(name)) || taken.has(name)) {
    throw new Refusal(`'${name}' is a word of the language or of this repository: take another name.`);
  }
}

/**
 * Refuses a resource whose class or variable would hide something else.
 * @param {string} resource in camel case
 */
export function checkResourceName(resource) {
  const hidden = pascalOf(resource) in globalThis || reserved.has(resource);
  if (hidden) {
    throw new Refusal(
      `A class '${pascalOf(resource)}' would hide the language's own: give another word by --resource.`,
    );
  }
}
