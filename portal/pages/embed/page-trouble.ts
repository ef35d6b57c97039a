import type { EmbedStatus } from '../../api/embed.ts';

type PageSeen = EmbedStatus['pages'][number];

/** What is longer ago was seen by whoever it concerned. */
const newsMs = 60 * 60_000;
/** Longer than a page on a slow line takes from its script to its first request. */
const patienceMs = 10_000;
/** A page asks who the company is some time after its script came … */
const startMs = 5000;
/** … and two requests of one page may be noted in the other order. */
const orderMs = 1000;

/**
 * What a page does not get to do, told by what never arrived: nothing else could tell it, because whatever stops it
 * stands between the page and here. `silent`: the script came and asked nothing · `noSession`: widgets asked who the
 * company is, and none came with a session.
 */
export function pageTrouble(
  { loaderAt, lastLoadAt, lastUseAt }: Pick<PageSeen, 'loaderAt' | 'lastLoadAt' | 'lastUseAt'>,
  checkedAt: string,
): 'silent' | 'noSession' | undefined {
  const [loader, load, use] = [loaderAt, lastLoadAt, lastUseAt].map((at) => (at ? Date.parse(at) : 0)) as [
    number,
    number,
    number,
  ];
  const isLate = (sinceMs: number) => {
    const agoMs = Date.parse(checkedAt) - sinceMs;
    return agoMs > patienceMs && agoMs < newsMs;
  };
  if (loader > load + startMs) return isLate(loader) ? 'silent' : undefined;
  return load > use + orderMs && isLate(load) ? 'noSession' : undefined;
}
