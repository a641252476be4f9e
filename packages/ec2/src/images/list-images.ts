import type { DescribeImagesResult } from '@aws-sdk/client-ec2';
import { OptionError } from '@proj/core';
import { listPages } from '../listing/list-pages.js';
import { type ListingOptions, listingOptionNames } from '../listing/listing-options.js';
import type { Page } from '../listing/pages.js';
import type { PagingOptions } from '../listing/paging-options.js';
import type { Home } from '../resources/home.js';
import { Image } from './image.js';
import { type ImageScope, imageScopeInput } from './image-scope.js';

export type { ImageScope } from './image-scope.js';

/**
 * Which images to list, and whose.
 *
 * @example
 * ```ts
 * const sharedWithMe: ImagesOptions = { executableBy: ['self'] };
 * const amazonsNewest: ImagesOptions = { owners: ['amazon'], filters: { name: 'al2023-ami-2023.*-x86_64' } };
 * ```
 */
export interface ImagesOptions extends ListingOptions, ImageScope {
  /** Also those of others that are deprecated; one's own are listed anyway. @defaultValue false; true with `ids` */
  readonly includeDeprecated?: boolean | undefined;
  /** Also those that are disabled. @defaultValue false; true with `ids` */
  readonly includeDisabled?: boolean | undefined;
}

/**
 * A page of images.
 *
 * @example
 * ```ts
 * for await (const { images } of ireland.paginateImages()) console.log(images.length);
 * ```
 */
export interface ImagePage extends Page {
  readonly images: readonly Image[];
}

const flags = ['includeDeprecated', 'includeDisabled'] as const;
const names: readonly string[] = ['owners', 'executableBy', 'public', ...flags, ...listingOptionNames];

/** The pages of a region's images: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImages.html. */
export function imagePages(
  home: Home,
  options: ImagesOptions,
  paging: PagingOptions,
): AsyncGenerator<ImagePage, void, undefined> {
  const call = 'images(options)';
  return listPages<DescribeImagesResult, ImagePage>(
    home,
    {
      ...{ call, operation: 'describeImages', names },
      request(ImageIds) {
        const own = { ...imageScopeInput(call, options, ImageIds), ...stateInput(call, options, ImageIds), ImageIds };
        return (ec2, input) => ec2.describeImages({ ...input, ...own });
      },
      read: ({ Images = [] }) => ({ images: Images.map((raw) => new Image(home, raw)) }),
    },
    options,
    paging,
  );
}

/** What is asked for by id is wanted in whichever state it is: EC2 would leave it out without a word. */
function stateInput(call: string, options: ImagesOptions, ids: readonly string[] | undefined) {
  for (const name of flags) {
    const value = options[name];
    if (value !== undefined && typeof value !== 'boolean') throw new OptionError(`${call}: ${name} is true or false`);
  }
  const otherwise = ids === undefined ? undefined : true;
  return {
    IncludeDeprecated: options.includeDeprecated ?? otherwise,
    IncludeDisabled: options.includeDisabled ?? otherwise,
  };
}
