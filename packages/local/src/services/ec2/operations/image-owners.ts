/** The owners that have a name beside their number. */
export const ownerAliases: readonly string[] = ['amazon', 'aws-backup-vault', 'aws-marketplace'];
