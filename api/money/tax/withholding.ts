import type { TaxPolicy } from './policy.ts';
import type { NewTaxForm } from './schema.ts';

/**
 * How much of a payout is withheld for the United States, in basis points.
 *
 * W-9: nothing, unless the IRS has told the payee that backup withholding applies (26 U.S.C. § 3406; 24 %).
 * W-8BEN: pay for services done outside the United States has its source there (26 U.S.C. §§ 861(a)(3), 862(a)(3)) and
 * nothing is withheld; done in the United States it is 30 % (26 U.S.C. § 1441(a)), or what a treaty says that is claimed
 * (Treas. Reg. § 1.1441-6). A form says either for all the work: who does some of it there has it withheld from all,
 * as a payer who cannot tell the parts apart must (Treas. Reg. § 1.1441-3(d)(1)). No payee is told how to file.
 */
export function withholdingOf(form: NewTaxForm, policy: TaxPolicy): number {
  if (form.kind === 'w9') return form.fields.isSubjectToBackupWithholding ? policy.backupBasisPoints : 0;
  if (!form.fields.worksInUnitedStates) return 0;
  return form.fields.treaty?.basisPoints ?? policy.nonresidentBasisPoints;
}
