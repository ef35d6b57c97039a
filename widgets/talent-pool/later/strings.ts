import type { PoolMember } from '@portico/api/talent/talent-pools/schema.ts';

/** What one member's panel says. */
export type MemberStrings = {
  admitted: Record<PoolMember['admittedBy'], string>;
  since: string;
  withUs: string;
  contracts: string;
  neverWorked: string;
  lastWorked: string;
  rating: string;
  tags: string;
  addTag: string;
  removeTag: string;
  notes: string;
  noNotes: string;
  addNote: string;
  add: string;
  internal: string;
};
