/** The namespace of the data operations' shapes, in the SDK's terms. */
export const dataNamespace = 'com.amazonaws.simpledb';

/** The namespace of the export operations' shapes. */
export const exportNamespace = 'com.amazonaws.simpledbv2';
