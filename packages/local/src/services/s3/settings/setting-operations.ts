import type { Answer } from '../../../wire/answer.js';
import { S3Error } from '../errors/s3-error.js';
import type { S3Operation } from '../operations/operation.js';
import type { S3Call } from '../s3-call.js';
import { document, nothing } from '../wire/answers.js';
import { readXml, renderXml } from '../wire/xml-element.js';
import { checkSetting } from './check-setting.js';
import { lifecycle } from './lifecycle.js';
import { type Setting, settings } from './settings.js';

/** The operations of the settings that are documents. */
export const settingOperations: readonly S3Operation[] = [...settings, lifecycle].flatMap((setting) => {
  const { name, operation, action, deletable } = setting;
  const common = { at: 'bucket', query: [name] } as const;
  const put: S3Operation = {
    ...common,
    name: `Put${operation}`,
    method: 'PUT',
    needs: { action: `s3:Put${action}` },
    run: (call) => putSetting(call, setting),
  };
  const get: S3Operation = {
    ...common,
    name: `Get${operation}`,
    method: 'GET',
    needs: { action: `s3:Get${action}` },
    run: (call) => getSetting(call, setting),
  };
  const remove: S3Operation = {
    ...common,
    // DeleteBucketLifecycle is the one that is not called after what it deletes.
    name: `Delete${operation.replace('BucketLifecycleConfiguration', 'BucketLifecycle')}`,
    method: 'DELETE',
    needs: { action: `s3:Put${action}` },
    run: ({ bucket }) => {
      bucket.set(name, undefined);
      return nothing(204);
    },
  };
  return deletable ? [get, put, remove] : [get, put];
});

async function putSetting(call: S3Call, { name, root }: Setting): Promise<Answer> {
  const given = readXml(await call.body.text(), root);
  checkSetting(name, given);
  call.bucket.set(name, renderXml(given));
  return nothing(200);
}

function getSetting({ bucket }: S3Call, { name, root, otherwise }: Setting): Answer {
  const text = bucket.setting(name) ?? ('document' in otherwise ? otherwise.document : undefined);
  if (text === undefined && 'code' in otherwise) {
    const details = { BucketName: bucket.name };
    throw new S3Error(otherwise.code, otherwise.message, 404, { details });
  }
  const { children } = readXml(text ?? '', root);
  return document(root, (xml) => xml.raw(children.map(renderXml).join('')));
}
