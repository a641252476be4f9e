/** What the command ends with. */
export const exitCodes = {
  complete: 0,
  /** Nothing answered, or there are no credentials. */
  failed: 1,
  /** It cannot be carried out as it is written; nothing was sent. */
  usage: 2,
  /** Regions are missing, or their answers are cut short. */
  incomplete: 3,
  /** Ctrl-C. */
  interrupted: 130,
  /** Nobody reads what is printed any more: as a program that SIGPIPE ends. */
  unread: 141,
  /** SIGTERM, which is met as Ctrl-C is. */
  terminated: 143,
} as const;
