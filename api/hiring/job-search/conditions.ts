import type { Condition } from '../../platform/search-index/search-query.ts';
import type { JobAsker } from './asker.ts';
import { audienceOf } from './job-document.ts';
import type { Reach } from './job-search.ts';

/** What the asker may see at all: the same rule as `readVisibleJobPosts`, in the words of the index. */
export function visibleTo(asker: JobAsker): Condition[] {
  const audiences = [audienceOf.everybody];
  if (asker.isSignedIn) audiences.push(audienceOf.signedIn);
  const scope: Condition[] = [
    {
      or: [
        { column: 'audience', any: audiences },
        { column: 'audience', any: asker.poolIds.map(audienceOf.pool) },
        { ids: [...asker.invitations.keys()] },
      ],
    },
  ];
  if (asker.tenant) scope.push({ column: 'tenant', any: [asker.tenant.tenantId] });
  return scope;
}

/** That a post reaches the asker in particular. */
export function reaching(asker: JobAsker, reach: Reach): Condition {
  switch (reach) {
    case 'invited':
      return { ids: [...asker.invitations.keys()] };
    case 'pool':
      return { column: 'audience', any: asker.poolIds.map(audienceOf.pool) };
  }
}

export function isOpenTo(country: string): Condition {
  return {
    or: [
      { flag: 'isLimited', is: false },
      { column: 'limitedTo', any: [country] },
    ],
  };
}

export function both(...conditions: Condition[]): Condition {
  return { not: { or: conditions.map((condition) => ({ not: condition })) } };
}
