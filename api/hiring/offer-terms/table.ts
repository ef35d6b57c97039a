import type { EpochMs, Flag } from '../../platform/database/database.ts';

export type TermsTemplateRow = {
  id: string;
  tenantId: string;
  name: string;
  /** The newest version. */
  version: number;
  /** One for each tenant at most. */
  isDefault: Flag;
  archivedAt: EpochMs | null;
  revision: number;
  createdAt: EpochMs;
};

/** Append only. */
export type TermsTemplateVersionRow = {
  templateId: string;
  version: number;
  tenantId: string;
  text: string;
  /** SHA-256 of the text. */
  hash: string;
  savedBy: string;
  savedAt: EpochMs;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    termsTemplates: TermsTemplateRow;
    termsTemplateVersions: TermsTemplateVersionRow;
  }
}
