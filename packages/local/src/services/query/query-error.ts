import { type Answer, xmlAnswer } from '../../wire/answer.js';
import type { ApiError } from '../../wire/api-error.js';
import { XmlWriter } from '../../wire/xml-writer.js';

/** An error as the Query API has it, and as every XML protocol of AWS but EC2's can read it. */
export function queryError(error: ApiError, requestId: string, namespace?: string): Answer {
  const xml = new XmlWriter();
  xml.branch(
    'ErrorResponse',
    () => {
      xml.branch('Error', () => {
        xml.leaf('Type', error.status < 500 ? 'Sender' : 'Receiver');
        xml.leaf('Code', error.code);
        xml.leaf('Message', error.message);
      });
      xml.leaf('RequestId', requestId);
    },
    namespace,
  );
  return xmlAnswer(error.status, requestId, xml.toBuffer());
}
