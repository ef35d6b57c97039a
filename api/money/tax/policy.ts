import { z } from '../../platform/http/routes.ts';
import { definePolicy } from '../../platform/policies/policy.ts';

export type TaxPolicy = {
  /** Nothing is paid out before a form is signed. */
  isFormRequired: boolean;
  /** Of what is paid to somebody who is no US person and works in the United States. */
  nonresidentBasisPoints: number;
  /** Of what is paid to a US person of whom the IRS has said that it must be withheld. */
  backupBasisPoints: number;
  /** Rates that can be claimed on a W-8BEN, by country; a country that is missing has none. */
  treatyBasisPoints: Record<string, number>;
  w8benYears: number;
  warningDays: number;
};

const basisPoints = z.int().min(0).max(10_000);
const days = z.int().min(1).max(365);

export const taxPolicy = definePolicy<TaxPolicy>({
  name: 'tax',
  schema: z.strictObject({
    isFormRequired: z.boolean(),
    nonresidentBasisPoints: basisPoints,
    backupBasisPoints: basisPoints,
    treatyBasisPoints: z.record(z.string().regex(/^[A-Z]{2}$/), basisPoints),
    w8benYears: z.int().min(1).max(10),
    warningDays: days,
  }),
  defaults: {
    isFormRequired: true,
    nonresidentBasisPoints: 3000,
    backupBasisPoints: 2400,
    // Countries whose treaty with the United States has an article on independent personal services or business
    // profits without a fixed base there (IRS Table 3, List of Tax Treaties); which rate applies the operator decides.
    treatyBasisPoints: Object.fromEntries(
      (
        'AT AU BE BG CA CH CY CZ DE DK EE EG ES FI FR GB GR ID IE IL IN IS IT JM JP KR KZ LK LT LU LV MA MT MX NL NO ' +
        'NZ PH PL PT RO SE SI SK TH TN TR TT UA VE ZA'
      )
        .split(' ')
        .map((country) => [country, 0]),
    ),
    w8benYears: 3,
    warningDays: 30,
  },
  byTenant: [],
});
