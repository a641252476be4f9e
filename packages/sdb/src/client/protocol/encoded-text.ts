import { XmlShapeDeserializer } from '@aws-sdk/core/protocols';
import { NormalizedSchema } from '@smithy/core/schema';
import type { Schema } from '@smithy/types';

/** Reads XML as the SDK does, and names and values that SimpleDB has put in base64 as the text they are. */
export class EncodedTextDeserializer extends XmlShapeDeserializer {
  override readSchema(schema: Schema, value: unknown): unknown {
    const isText = NormalizedSchema.of(schema).isStringSchema();
    return super.readSchema(schema, isText && isEncoded(value) ? decoded(value) : value);
  }

  protected override parseXml(xml: string): unknown {
    return super.parseXml(keepText(xml));
  }
}

interface Encoded {
  readonly base64: string;
}

function isEncoded(value: unknown): value is Encoded {
  return typeof value === 'object' && value !== null && typeof (value as Partial<Encoded>).base64 === 'string';
}

function decoded({ base64 }: Encoded): string {
  return Buffer.from(base64, 'base64').toString('utf8');
}

// The SDK's parser drops attributes beside text, takes spaces with a line feed for layout, and cuts what is written as a
// reference to a character beyond U+FFFF. Here all three are data; the first two become elements that it keeps.
function keepText(xml: string): string {
  return xml
    .replace(/<(Name|Value)>([ \t\r\n]+)<\/\1>/g, (_, tag: string, spaces: string) => {
      return inBase64(tag, Buffer.from(spaces.replace(/\r\n?/g, '\n')).toString('base64'));
    })
    .replace(/<(Name|Value) encoding=["']base64["']>([^<]*)<\/\1>/g, (_, tag: string, text: string) =>
      inBase64(tag, text),
    )
    .replace(/&#(?:x([\da-f]+)|(\d+));/gi, astral);
}

function inBase64(tag: string, text: string): string {
  return `<${tag}><base64>${text}</base64></${tag}>`;
}

/** A reference to a character beyond U+FFFF as the character, which is no markup; any other reference as it is. */
function astral(reference: string, hex?: string, decimal?: string): string {
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
  return code > 0xff_ff && code <= 0x10_ff_ff ? String.fromCodePoint(code) : reference;
}
