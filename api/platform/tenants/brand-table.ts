import type { EpochMs } from '../database/database.ts';
import type { BrandImageKind } from './brand.ts';

/** What is being edited; its revision also rises with every publication. */
export type BrandDraftRow = {
  tenantId: string;
  /** A Brand; null while nothing differs from what is worn. */
  draft: string | null;
  revision: number;
  updatedBy: string | null;
  updatedAt: EpochMs;
};

/** What was worn, from the beginning on. */
export type BrandVersionRow = {
  tenantId: string;
  number: number;
  brand: string;
  /** Names of the parts that differ from the version before. */
  changes: string;
  restoredFrom: number | null;
  /** Null for the first, which stood before anybody published. */
  publishedBy: string | null;
  publishedAt: EpochMs;
};

export type BrandImageRow = {
  tenantId: string;
  /** Of the bytes as they are served. */
  hash: string;
  kind: BrandImageKind;
  width: number;
  height: number;
  bytes: number;
  createdAt: EpochMs;
};

declare module '../database/tables.ts' {
  interface Tables {
    brandDrafts: BrandDraftRow;
    brandVersions: BrandVersionRow;
    brandImages: BrandImageRow;
  }
}
