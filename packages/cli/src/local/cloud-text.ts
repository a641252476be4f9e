import type { LocalCloud } from '@proj/local';

/** What another program needs to know of the cloud, as lines for a shell. */
export function cloudText({ url, accounts, regions }: LocalCloud): string {
  const [owner, ...others] = accounts;
  const secret = owner?.credentials;
  const lines = [
    `# A cloud on this machine: ${regions.length} regions, ${accounts.length} accounts. Ctrl-C ends it, and all that is in it.`,
    `export AWS_ENDPOINT_URL=${url}`,
    `export AWS_ACCESS_KEY_ID=${secret?.accessKeyId ?? ''}`,
    `export AWS_SECRET_ACCESS_KEY=${secret?.secretAccessKey ?? ''}`,
    'export AWS_REGION=us-east-1',
    'unset AWS_PROFILE AWS_SESSION_TOKEN AWS_IGNORE_CONFIGURED_ENDPOINT_URLS',
    `# These are the keys of account ${owner?.id ?? ''}.`,
    ...others.map(
      ({ id, credentials }) => `# Account ${id}: ${credentials.accessKeyId} ${credentials.secretAccessKey}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
