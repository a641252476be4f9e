/** `DescribeVolumes` for a DescribeVolumesCommand. A bundler may have changed its class's name, but not its schema. */
export function operationNameOf(command: object): string {
  const { schema } = command as { readonly schema?: unknown };
  const named: unknown = Array.isArray(schema) ? schema[2] : undefined;
  return typeof named === 'string' ? named : command.constructor.name.replace(/Command$/, '');
}
