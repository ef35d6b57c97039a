/** Papers that somebody may work: kept with who gave them, their hash and until when they hold. Pure. */

export const documentKinds = [
  'nda',
  'ipAssignment',
  'codeOfConduct',
  'backgroundCheck',
  'classification',
  'insurance',
  'license',
  'certificate',
  'other',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** `notScanned`: this installation has no scanner, and says so. */
export const scanStates = ['waiting', 'clean', 'unsafe', 'notScanned'] as const;
export type ScanState = (typeof scanStates)[number];

export const documentValidities = ['valid', 'expiringSoon', 'expired', 'renewed'] as const;
export type DocumentValidity = (typeof documentValidities)[number];

export function validityOf(
  { validUntil, renewedBy }: { validUntil: number | null; renewedBy: string | null },
  nowMs: number,
  soonDays: number,
): DocumentValidity {
  if (renewedBy !== null) return 'renewed';
  if (validUntil === null) return 'valid';
  if (validUntil <= nowMs) return 'expired';
  return validUntil <= nowMs + soonDays * 86_400_000 ? 'expiringSoon' : 'valid';
}

/** Nobody is given a file that a scanner has not let through. */
export function isReadable({ scan }: { scan: ScanState }): boolean {
  return scan === 'clean' || scan === 'notScanned';
}

export const documentTitleMaxLength = 160;
