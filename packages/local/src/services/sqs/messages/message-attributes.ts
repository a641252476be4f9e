/** An attribute of a message; of its two values it has the one that its type says. */
export interface MessageAttribute {
  readonly DataType: string;
  readonly StringValue?: string | undefined;
  /** In base64. */
  readonly BinaryValue?: string | undefined;
}

/** The attributes that a sender gave a message, by name. */
export type MessageAttributes = Readonly<Record<string, MessageAttribute>>;
