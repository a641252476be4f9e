/** What Swift takes at most, as `/info` says it. */
export const SWIFT_LIMITS = {
  max_file_size: 5_368_709_122,
  max_meta_name_length: 128,
  max_meta_value_length: 256,
  max_meta_count: 90,
  max_meta_overall_size: 4096,
  max_header_size: 8192,
  max_object_name_length: 1024,
  container_listing_limit: 10_000,
  account_listing_limit: 10_000,
  max_account_name_length: 256,
  max_container_name_length: 256,
  extra_header_count: 0,
} as const;

/** The limits of what is done in bulk. */
export const BULK_LIMITS = {
  max_deletes_per_request: 10_000,
  max_failed_deletes: 1000,
  max_containers_per_extraction: 10_000,
  max_failed_extractions: 1000,
} as const;

/** The limits of manifests. */
export const SLO_LIMITS = {
  max_manifest_segments: 1000,
  max_manifest_size: 8_388_608,
  yield_frequency: 10,
  min_segment_size: 1,
  allow_async_delete: false,
} as const;
