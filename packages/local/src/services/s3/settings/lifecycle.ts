import type { Setting } from './settings.js';

/** The one whose operations do not all end alike. */
export const lifecycle: Setting = {
  name: 'lifecycle',
  operation: 'BucketLifecycleConfiguration',
  root: 'LifecycleConfiguration',
  action: 'LifecycleConfiguration',
  otherwise: {
    code: 'NoSuchLifecycleConfiguration',
    message: 'The lifecycle configuration does not exist',
  },
  deletable: true,
};
