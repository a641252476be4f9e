/**
 * The developer guide's own queries of its sample data set with the results that it prints; a letter is an item of
 * {@link sampleItems}.
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SimpleQueriesSelect.html
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/RangeQueriesSelect.html
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/RangeValueQueriesSelect.html
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/MultipleAttributeQueriesSelect.html
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SortingDataSelect.html
 */
export const documented: readonly (readonly [query: string, letters: string])[] = [
  ["select * from mydomain where Title = 'The Right Stuff'", 'C'],
  ["select * from mydomain where Year > '1985'", 'DEF'],
  ["select * from mydomain where Rating like '****%'", 'ABCF'],
  ["select * from mydomain where Pages < '00320'", 'BC'],
  ["select * from mydomain where Year > '1975' and Year < '2008'", 'CDEF'],
  ["select * from mydomain where Year between '1975' and '2008'", 'CDEF'],
  ["select * from mydomain where Rating = '***' or Rating = '*****'", 'AEF'],
  ["select * from mydomain where Rating = '4 stars' or Rating = '****'", 'BCD'],
  ["select * from mydomain where Keyword = 'Book' and Keyword = 'Hardcover'", ''],
  ["select * from mydomain where Rating = '****'", 'BC'],
  ["select * from mydomain where every(Rating) = '****'", 'B'],
  ["select * from mydomain where Year < '1980' order by Year asc", 'BAC'],
  ["select * from mydomain where Year < '1980' order by Year", 'BAC'],
];
