import { AwsRestJsonProtocol } from '@aws-sdk/core/protocols';
import { getSchemaSerdePlugin } from '@smithy/core/schema';
import type { MetadataBearer, Pluggable } from '@smithy/types';
import type { SimpleDBClientResolvedConfig } from '../config/client-config.js';
import { exportErrors } from '../errors/registries.js';
import { exportNamespace } from '../schemas/namespaces.js';

/** The export operations speak REST and JSON: their commands bring this along, in place of the client's query protocol. */
export function exportProtocolPlugin(config: SimpleDBClientResolvedConfig): Pluggable<object, MetadataBearer> {
  const settings = { defaultNamespace: exportNamespace, errorTypeRegistries: exportErrors };
  const protocol = new AwsRestJsonProtocol(settings);
  return getSchemaSerdePlugin({ ...config, protocol });
}
