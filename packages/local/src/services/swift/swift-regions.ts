/** The regions of Rackspace's Cloud Files, as its catalog names them. */
export const swiftRegions: readonly string[] = ['DFW', 'ORD', 'IAD', 'LON', 'SYD', 'HKG'];
