import type { Question } from './question.js';

/** The answer to a question of core's own, read by the SDK's protocol of that service. Throws what the service's error is. */
export async function decoded<A>(question: Question, response: object): Promise<A> {
  const [protocols, serde, { streamCollector }] = await Promise.all([
    import('@aws-sdk/core/protocols'),
    import('@smithy/core/serde'),
    import('@smithy/node-http-handler'),
  ]);
  const reader = readerOf(question, protocols);
  const { fromBase64: base64Decoder, toBase64: base64Encoder, fromUtf8: utf8Decoder, toUtf8: utf8Encoder } = serde;
  const context = { streamCollector, base64Decoder, base64Encoder, utf8Decoder, utf8Encoder } as never;
  reader.setSerdeContext(context);
  const { operation: name, output } = question;
  const schema = { namespace: 'proj.core', name, traits: 0, input: 'unit', output } as never;
  return (await reader.deserializeResponse(schema, context, response as never)) as A;
}

function readerOf({ protocol, version }: Question, protocols: typeof import('@aws-sdk/core/protocols')) {
  const { AwsEc2QueryProtocol, AwsQueryProtocol, AwsRestJsonProtocol } = protocols;
  const defaultNamespace = 'proj.core';
  if (protocol === 'restJson') return new AwsRestJsonProtocol({ defaultNamespace });
  const Protocol = protocol === 'ec2Query' ? AwsEc2QueryProtocol : AwsQueryProtocol;
  return new Protocol({ defaultNamespace, xmlNamespace: '', version });
}
