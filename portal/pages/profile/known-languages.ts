/** ISO 639 codes offered while typing, the widely spoken ones first; Intl has no list of its own. */
export const knownLanguages: readonly string[] = (
  'en es fr de pt zh ar hi ja it nl pl ru uk tr ko sv da no fi cs sk hu ro bg el he fa ur bn id ms vi th fil ' +
  'ca eu gl hr sr sl bs mk sq lt lv et is ga cy mt lb af sw zu xh yo ig ha am so rw mg ta te ml kn mr gu pa ne si ' +
  'my km lo mn ka hy az kk uz ky tg tk ps ku be eo la jv su'
).split(' ');
