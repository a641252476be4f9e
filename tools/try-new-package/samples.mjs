/**
 * @typedef {object} Sample a package to be made
 * @property {string} name one that nobody will want
 * @property {readonly string[]} options
 */

const owner = ['--owner', '@proj/sample-owners'];

/** One of each kind: over a client that speaks JSON, over one that speaks XML, and over a class of its own. @type {readonly Sample[]} */
export const samples = [
  { name: 'sample-json', options: [...owner, '--client', '@aws-sdk/client-sqs', '--page-size', '1000'] },
  { name: 'sample-xml', options: [...owner, '--client', '@aws-sdk/client-s3', '--list', 'listBuckets'] },
  { name: 'sample-own', options: [...owner, '--resource', 'container'] },
];
