import { exampleFreelancer } from '../testing/example-freelancer.ts';

/** Searches as people type and filter them over the bench's profiles: common and rare words, a typing error, a beginning, filters. */
export function searchPaths(): string[] {
  const { headline, name } = exampleFreelancer(1).row;
  const words = headline.split(/\s+/).filter((word) => word.length > 3);
  const [first = 'design', second = 'data'] = words;
  const misspelled = first[0] + first.slice(2, 3) + first.slice(1, 2) + first.slice(3);
  const texts = [first, `${first} ${second}`, misspelled, second.slice(0, 4), name, ''];
  const filters = [
    '',
    '&country=DE',
    '&rateMax=9000&verified=true',
    '&availability=now&timezone=Europe/Berlin&overlapHours=4',
  ];
  return texts.flatMap((text) => filters.map((filter) => `/v1/talent/search?q=${encodeURIComponent(text)}${filter}`));
}
