/**
 * @typedef {object} FolderRule what a folder of core may import
 * @property {readonly string[] | 'all'} folders of core, itself among them
 * @property {boolean} aws whether it may know AWS's modules
 * @property {string} because the rule, as a sentence
 */

/** @type {Readonly<Record<string, FolderRule>>} */
export const coreFolders = {
  errors: { folders: ['errors', 'targets'], aws: false, because: 'errors/ imports nothing of AWS, only targets/' },
  printing: { folders: ['printing'], aws: false, because: 'printing/ imports nothing: it knows only how Node prints' },
  targets: { folders: ['targets', 'errors'], aws: false, because: 'targets/ imports nothing of AWS, only errors/' },
  regions: {
    folders: ['regions', 'targets', 'errors'],
    aws: false,
    because: 'regions/ imports only targets/ and errors/: what asks AWS about regions lives in sdk/',
  },
  fanout: {
    folders: ['fanout', 'targets', 'errors', 'printing'],
    aws: false,
    because: 'fanout/ knows nothing of AWS: it imports only targets/, errors/ and printing/',
  },
  guards: {
    folders: ['guards', 'targets', 'errors'],
    aws: false,
    because: 'guards/ imports only targets/ and errors/: what knows the SDK lives in sdk/',
  },
  store: {
    folders: ['store', 'errors'],
    aws: false,
    because: 'store/ imports only errors/: the model knows no store, and each store brings its own requests',
  },
  sdk: { folders: 'all', aws: true, because: 'sdk/ may import everything' },
};

/** Modules of AWS's SDK and its runtime. */
export const awsModule = /^(@aws-sdk|@aws-crypto|@aws|@smithy)\//;

/** The scope of our own packages. */
export const scope = '@proj/';

/** The one package that the others build on. */
export const core = 'core';

/** A test's server: the only other sibling that tests and examples may import. */
export const testServer = 'local';

/** The command line stands on top: it may import every package, and none imports it. */
export const top = 'cli';
