/** Numbers of bank accounts, checked before a bank has to. Pure; forms load it too. */

/** Length of an IBAN by country, of the registry that SWIFT keeps for ISO 13616. */
const ibanLengths = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ' +
    'ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 ' +
    'LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 ' +
    'PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** As banks exchange them: no spaces, capitals. */
export function compactAccount(text: string): string {
  return text.replace(/[\s-]/g, '').toUpperCase();
}

export function isIban(compact: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(compact)) return false;
  return compact.length === ibanLengths.get(compact.slice(0, 2)) && mod97(compact) === 1;
}

/** ISO 7064 MOD 97-10 over the number with its first four characters put last and letters as 10–35. */
function mod97(compact: string): number {
  let remainder = 0;
  for (const character of compact.slice(4) + compact.slice(0, 4))
    for (const digit of String(Number.parseInt(character, 36))) remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder;
}

/** ISO 9362: four of the institution, two of a country, two of a place, and three of a branch or none. */
export function isBic(text: string): boolean {
  return /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(text);
}

/** Of the American Bankers Association: nine digits, weighted 3, 7, 1 to a multiple of ten. */
export function isRoutingNumber(text: string): boolean {
  if (!/^\d{9}$/.test(text) || text === '000000000') return false;
  const weights = [3, 7, 1];
  const sum = [...text].reduce((total, digit, at) => total + Number(digit) * weights[at % 3]!, 0);
  return sum % 10 === 0;
}

/** In the United States: 4 to 17 digits (NACHA's field). */
export function isUsAccountNumber(text: string): boolean {
  return /^\d{4,17}$/.test(text);
}

/** `DE •••• 3000` */
export function maskedAccount(compact: string): string {
  const country = /^[A-Z]{2}/.exec(compact)?.[0];
  return [country, '••••', compact.slice(-4)].filter(Boolean).join(' ');
}

/** `a•••@example.com` */
export function maskedEmail(email: string): string {
  const [name = '', domain = ''] = email.split('@');
  return `${name.slice(0, 1)}•••@${domain}`;
}
