/** What a resource's tag `Name` says, in whichever of AWS's forms its tags are. */
export function nameTag(members: Readonly<Record<string, unknown>>): string | undefined {
  const tags = members['Tags'] ?? members['TagList'] ?? members['TagSet'] ?? members['tags'];
  if (Array.isArray(tags)) return fromList(tags);
  const name = (tags as Readonly<Record<string, unknown>> | undefined)?.['Name'];
  return typeof name === 'string' ? name : undefined;
}

function fromList(tags: readonly unknown[]): string | undefined {
  const found = (tags as readonly (Readonly<Record<string, unknown>> | null)[]).find((tag) => tag?.['Key'] === 'Name');
  const value = found?.['Value'];
  return typeof value === 'string' ? value : undefined;
}
