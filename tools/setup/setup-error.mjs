/** A set-up step that failed: `said` is what its command printed. */
export class SetupError extends Error {
  /** @override */
  name = 'SetupError';

  /**
   * @param {string} message
   * @param {string} said
   */
  constructor(message, said) {
    super(message);
    this.said = said.trim();
  }
}
