/** The region that the environment or the profile (that of the environment, unless given) names, by the SDK's own rules. */
export async function configuredRegion(profile?: string | undefined): Promise<string | undefined> {
  const config = await import('@smithy/core/config');
  const { loadConfig, NODE_REGION_CONFIG_OPTIONS, NODE_REGION_CONFIG_FILE_OPTIONS } = config;
  const options = { ...NODE_REGION_CONFIG_OPTIONS, default: () => '' };
  const files =
    profile === undefined ? NODE_REGION_CONFIG_FILE_OPTIONS : { ...NODE_REGION_CONFIG_FILE_OPTIONS, profile };
  const region = await loadConfig(options, files)();
  return region === '' ? undefined : region;
}
