/** What of an account's containers is published, in one region. */
export class Cdn {}
