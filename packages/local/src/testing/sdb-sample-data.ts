import { Domain } from '../services/simpledb/store/domain.js';

/** @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/UsingSelectSampleDataset.html */
export const sampleItems: Readonly<
  Record<string, { readonly name: string; readonly attributes: Readonly<Record<string, readonly string[]>> }>
> = {
  A: {
    name: '0385333498',
    attributes: {
      Title: ['The Sirens of Titan'],
      Author: ['Kurt Vonnegut'],
      Year: ['1959'],
      Pages: ['00336'],
      Keyword: ['Book', 'Paperback'],
      Rating: ['*****', '5 stars', 'Excellent'],
    },
  },
  B: {
    name: '0802131786',
    attributes: {
      Title: ['Tropic of Cancer'],
      Author: ['Henry Miller'],
      Year: ['1934'],
      Pages: ['00318'],
      Keyword: ['Book'],
      Rating: ['****'],
    },
  },
  C: {
    name: '1579124585',
    attributes: {
      Title: ['The Right Stuff'],
      Author: ['Tom Wolfe'],
      Year: ['1979'],
      Pages: ['00304'],
      Keyword: ['Book', 'Hardcover', 'American'],
      Rating: ['****', '4 stars'],
    },
  },
  D: {
    name: 'B000T9886K',
    attributes: {
      Title: ['In Between'],
      Author: ['Paul Van Dyk'],
      Year: ['2007'],
      Keyword: ['CD', 'Trance'],
      Rating: ['4 stars'],
    },
  },
  E: {
    name: 'B00005JPLW',
    attributes: {
      Title: ['300'],
      Author: ['Zack Snyder'],
      Year: ['2007'],
      Keyword: ['DVD', 'Action', 'Frank Miller'],
      Rating: ['***', '3 stars', 'Not bad'],
    },
  },
  F: {
    name: 'B000SF3NGK',
    attributes: {
      Title: ["Heaven's Gonna Burn Your Eyes"],
      Author: ['Thievery Corporation'],
      Year: ['2002'],
      Rating: ['*****'],
    },
  },
};

/** The developer guide's sample data set. Its results want five stars for the last item, where later prints show four. */
export function sampleDomain(): Domain {
  const domain = new Domain('mydomain', 0);
  for (const { name, attributes } of Object.values(sampleItems)) {
    domain.set({ name, attributes: new Map(Object.entries(attributes)) }, 0);
  }
  return domain;
}
