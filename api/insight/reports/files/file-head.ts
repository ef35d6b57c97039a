import type { Letterhead } from '../../../platform/documents/printed-brand.ts';

/** What a file says about itself beside its rows. */
export type FileHead = {
  locale: string;
  /** Of the tenant, or of whoever's figures they are. */
  owner: string;
  brand: Letterhead;
  asOf: string;
  /** As presentFilters says them, each with its values. */
  filters: readonly (readonly [string, string])[];
  link: string;
};
