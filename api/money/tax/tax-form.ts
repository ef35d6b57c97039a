import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** Forms W-9 and W-8BEN: who is paid, for the tax office. Pure; pages load it too. */

export const taxFormKinds = ['w9', 'w8ben'] as const;
export type TaxFormKind = (typeof taxFormKinds)[number];

export const taxFormStates = ['valid', 'replaced', 'expired'] as const;
export type TaxFormState = (typeof taxFormStates)[number];

/** Signing makes one; what was signed is never edited. */
export const taxFormMoves = {
  replace: { by: ['freelancer'], from: ['valid'], to: 'replaced' },
  expire: {
    by: ['clock'],
    from: ['valid'],
    to: 'expired',
    after: 'W-8BEN: the end of the third year after its signature',
  },
} as const satisfies MoveTable<TaxFormState, string>;
export type TaxFormMove = keyof typeof taxFormMoves;

export const taxFormCan = predicates<TaxFormState, TaxFormMove>(taxFormMoves);

export const taxClassifications = [
  'individual',
  'cCorporation',
  'sCorporation',
  'partnership',
  'trust',
  'llcC',
  'llcS',
  'llcP',
] as const;

/**
 * A Form W-8BEN is good from its signature to the last day of the third succeeding calendar year
 * (Treas. Reg. § 1.1441-1(e)(4)(ii)(A)). @returns the first instant at which it no longer is, by UTC
 */
export function w8benExpiresAt(signedAtMs: number, years: number): number {
  return Date.UTC(new Date(signedAtMs).getUTCFullYear() + years + 1, 0, 1);
}

/** `123-45-6789` and `12-3456789` as the nine digits that they are. */
export function tinDigits(text: string): string {
  return text.replace(/[\s-]/g, '');
}

/**
 * A Social Security number: no area 000, 666 or 900–999, no group 00, no serial 0000 (20 CFR § 422.103 and the Social
 * Security Administration's rules since 2011). An ITIN, which is taken in its place, has area 9xx and a group within
 * 50–65, 70–88, 90–92 or 94–99 (IRS Pub. 4757).
 */
export function isSsnOrItin(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || digits.slice(5) === '0000') return false;
  const area = Number(digits.slice(0, 3));
  const group = Number(digits.slice(3, 5));
  if (area < 900) return area !== 0 && area !== 666 && group !== 0;
  return group >= 50 && group <= 99 && ![66, 67, 68, 69, 89, 93].includes(group);
}

/** Two first digits that the IRS has given to no campus. */
const unusedEinPrefixes = [
  '00',
  '07',
  '08',
  '09',
  '17',
  '18',
  '19',
  '28',
  '29',
  '49',
  '69',
  '70',
  '78',
  '79',
  '89',
  '96',
  '97',
];

export function isEin(digits: string): boolean {
  return /^\d{9}$/.test(digits) && !unusedEinPrefixes.includes(digits.slice(0, 2));
}
