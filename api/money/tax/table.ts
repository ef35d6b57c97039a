import type { EpochMs } from '../../platform/database/database.ts';
import type { TaxFormKind, TaxFormState } from './tax-form.ts';

export type TaxFormRow = {
  id: string;
  freelancerId: string;
  kind: TaxFormKind;
  version: number;
  state: TaxFormState;
  legalName: string;
  /** JSON: what is on the form, without any number of the tax office. */
  fields: string;
  /** `•••-••-6789`; null where the form has none. */
  tinMask: string | null;
  /** The numbers of the tax office, sealed. */
  sealed: string;
  /** Of what is paid out. */
  withholdingBasisPoints: number;
  signature: string;
  signedAt: EpochMs;
  expiresAt: EpochMs | null;
  warnedAt: EpochMs | null;
  endedAt: EpochMs | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    taxForms: TaxFormRow;
  }
}
