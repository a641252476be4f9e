/** The region that the environment or the profile names, by the SDK's own rules; `undefined` when neither does. */
export async function configuredRegion(): Promise<string | undefined> {
  const config = await import('@smithy/core/config');
  const { loadConfig, NODE_REGION_CONFIG_OPTIONS, NODE_REGION_CONFIG_FILE_OPTIONS } = config;
  const options = { ...NODE_REGION_CONFIG_OPTIONS, default: () => '' };
  const region = await loadConfig(options, NODE_REGION_CONFIG_FILE_OPTIONS)();
  return region === '' ? undefined : region;
}
