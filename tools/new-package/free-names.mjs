import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { camelOf } from './names.mjs';
import { Refusal } from './refusal.mjs';
import { namesOfTemplate } from './template-names.mjs';

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

/** What every set has: `SetMembers` of core, and what makes an object a promise. */
const ofSets = new Set(['targets', 'ready', 'at', 'in', 'with', 'map', 'send', 'then', 'catch', 'finally']);

/**
 * The variables and types that a package has of its own.
 * @param {Readonly<Record<string, string>>} words
 */
function ownNames({ camel = '', Name = '', resource = '', resources = '', Resource = '', Resources = '' }) {
  const ofPackage = [camel, `${Name}Options`, `${Name}Set`, `${Name}Region`, `${Name}Error`, `is${Name}Error`];
  const ofResource = [resource, resources, Resource, `is${Resource}`, `${Resource}Page`, `${Resources}Options`];
  return [...ofPackage, ...ofResource, `list${Resources}`, `read${Resources}`];
}

/**
 * Refuses names that would hide something else, or that the package would have twice.
 * @param {import('./words/plan.mjs').Plan} plan
 */
export function checkNames(plan) {
  const { words } = plan;
  const { resource = '', resources = '', resourcesFile = '', name = '' } = words;
  const template = namesOfTemplate(plan);
  const names = ownNames(words);
  const twice = names.find((one, at) => names.indexOf(one) !== at);
  if (twice !== undefined) {
    throw new Refusal(
      `'${name}' and its resource '${resource}' would both be called ${twice}: take another name, or give another word by --resource.`,
    );
  }
  const hidden = names.find((one) => one in globalThis || one in {} || template.identifiers.has(one));
  if (hidden !== undefined) {
    throw new Refusal(
      `${hidden} would hide something else of that name: take another name than '${name}', or another word than '${resource}' by --resource.`,
    );
  }
  if (reserved.has(resource) || ofSets.has(resources) || template.folders.has(resourcesFile)) {
    throw new Refusal(
      `'${resources}' is a word of the language, of every set, or of every package: give another word than '${resource}' by --resource.`,
    );
  }
}
