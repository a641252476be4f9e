import { kebabOf, pascalOf, pluralOf, withArticle } from '../names.mjs';

/**
 * The resource in the forms that the template uses.
 * @param {string} resource in camel case
 */
export function resourceWords(resource) {
  const resources = pluralOf(resource);
  return {
    resource,
    resources,
    Resource: pascalOf(resource),
    Resources: pascalOf(resources),
    resourceFile: kebabOf(resource),
    resourcesFile: kebabOf(resources),
    anItem: withArticle(resource),
    AnItem: pascalOf(withArticle(resource)),
  };
}
