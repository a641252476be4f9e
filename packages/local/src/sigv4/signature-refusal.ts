/** Why a request was not let in; each service has its own words for it. */
export type RefusalReason =
  | 'unsigned'
  | 'incomplete'
  | 'badTime'
  | 'unknownKey'
  | 'badSignature'
  | 'expired'
  | 'notYetCurrent'
  | 'wrongRegion'
  | 'wrongService'
  | 'regionOff';

/** A request that was not let in. */
export class SignatureRefusal extends Error {
  override readonly name = 'SignatureRefusal';
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, message = '') {
    super(message);
    this.reason = reason;
  }
}
