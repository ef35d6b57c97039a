import { type Found, foundAt, inOrder } from './found.ts';
import { isNegated, matchPhrase, phrase } from './phrase.ts';
import { tokensOf } from './tokens.ts';

const feeFor =
  'application|registration|enrollment|enrolment|enrolling|joining|signup|onboarding|processing|training|security|refundable|equipment|verification|activation|interview|screening|admission';
const fee = 'fee|fees|deposit|payment|charge|charges';
const applicant =
  'you|applicants|applicant|candidates|candidate|freelancers|freelancer|contractors|everyone|please|selected';
const paying = 'pay|paying|send|transfer|deposit|purchase|buy|cover';
const beginning =
  'apply|applying|start|begin|join|joining|work|register|qualify|proceed|secure|receive|access|participate';

/** Money asked of those who want the work. A page on which somebody's customers pay a fee is none. */
const phrases = [
  phrase(applicant, 4, paying, 5, feeFor, '(and)', '(training|security|application)', fee),
  phrase(
    applicant,
    4,
    paying,
    5,
    'deposit|fee|fees',
    4,
    'before|to|upfront|first|as',
    2,
    `${beginning}|hired|hiring|security|interview`,
  ),
  phrase(fee, '(of)', 4, 'to|for', '(be)', '(your)', 'apply|applying|apply|considered|application'),
  phrase('paid|pay|paying', 5, 'to', 'apply'),
  phrase(
    'refundable|nonrefundable|onetime|upfront|small|initial',
    3,
    'deposit|fee',
    5,
    'required|requested|needed|applies|apply|before|charged|payable|due',
  ),
  phrase(
    feeFor,
    '(and)',
    '(training|security)',
    fee,
    5,
    'required|applies|payable|due|charged|refunded|refundable|reimbursed',
  ),
  phrase('application|registration|joining|enrollment', 'fee|deposit', ':|=|-', '$|€|£|usd|eur|inr|₹'),
  phrase('application|registration|joining|enrollment', 'fee|deposit', 'of|is', 2, '$|€|£|usd|eur|inr|₹'),
  phrase(
    'pay',
    '(us)',
    '(first|upfront)',
    4,
    'to',
    'start|begin|join|work|register|qualify',
    '(working|the|this|with|for)',
    2,
    'work|job|project|us|team|training|working',
  ),
  phrase(
    'pay',
    'for',
    '(the|your|our|own|this)',
    '(own)',
    'training|onboarding|background|equipment',
    4,
    'you|yourself|before|first|check|kit',
  ),
  phrase(
    'you',
    3,
    'pay|cover',
    'for',
    '(the|your|our|own|this)',
    '(own)',
    'training|onboarding|background|equipment|license',
  ),
  phrase('buy|purchase', 2, 'starter|training|welcome', 'kit|package|pack|materials|course', 4, 'before|first|to|from'),
  phrase('bewerbungsgebuhr|anmeldegebuhr|vermittlungsgebuhr|registrierungsgebuhr'),
  phrase('kaution|gebuhr', 4, 'bewerbung|bewerben|bewerber|vorab|uberweisen'),
];

export function findApplicationFee(text: string): Found<'fee'>[] {
  const tokens = tokensOf(text);
  const found: Found<'fee'>[] = [];
  for (let at = 0; at < tokens.length; at++) {
    for (const one of phrases) {
      const end = matchPhrase(tokens, at, one);
      if (end === undefined || isNegated(tokens, at, 4) || tokens.slice(at, end).some(isNo)) continue;
      found.push(foundAt(text, 'fee', tokens.slice(at, end)));
      break;
    }
  }
  return inOrder(found);
}

function isNo({ text }: { text: string }): boolean {
  return text === 'no' || text === 'not' || text === 'never' || text === 'without' || text === 't';
}
