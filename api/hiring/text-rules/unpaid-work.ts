import { type Found, foundAt, inOrder } from './found.ts';
import { isNegated, matchPhrase, phrase } from './phrase.ts';
import { tokensOf } from './tokens.ts';

const work =
  'work|trial|test|task|internship|position|role|job|project|sample|gig|period|week|month|assignment|basis|collaboration|opportunity';

const phrases = [
  phrase('unpaid', '(trial|test|paid|remote|voluntary|volunteer|short|initial|first)', work),
  phrase(
    'this|position|role|job|internship|project|work|trial|test|it',
    'is|are|will',
    '(be|is|currently|a|an)',
    '(an)',
    'unpaid|voluntary',
  ),
  phrase(
    's|is|are',
    '(an|a|currently)',
    'unpaid',
    '(volunteer|voluntary|but|and|for|at|until)',
    'position|role|job|internship|but|and|for|at|until|first',
  ),
  phrase(
    'work|working|works',
    '(with|for|on)',
    '(us|me|this|it)',
    '(project)',
    'for',
    'free|exposure|experience|nothing',
  ),
  phrase(
    'do|doing|done|complete|create|make|deliver|design|write|provide',
    4,
    'for',
    'free',
    '(first|initially|before|as|to|until|at|in)',
    'first|initially|before|as|to|until|at|in|a|we|i|so|and',
  ),
  phrase('in', 'exchange|return', 'for', 2, 'exposure|credit|credits|experience|testimonial|review|reviews'),
  phrase('paid|pay|payment|compensation|compensated|reward', '(is|will|be)', '(in|with|by)', 'exposure'),
  phrase('for', 'exposure', '(only|and|at|until|.|,)', '.|,|only|and|at|until|first'),
  phrase('without', '(any)', 'pay|payment|compensation|salary|remuneration'),
  phrase(
    'no',
    '(monetary|financial|upfront|initial|direct)',
    'pay|payment|salary|compensation|remuneration|budget',
    3,
    '.|,|!|for|until|at|but|only|initially|now|yet|involved|offered|provided|is|will|just',
  ),
  phrase(
    'cannot|cant|not|unable|t',
    '(able)',
    '(to)',
    '(be)',
    'pay|paid|compensate|compensated',
    3,
    'you|now|yet|until|for|at|but|freelancers|anyone|initially|this|the',
  ),
  phrase('volunteer|voluntary', '(unpaid|only|remote)', 'position|role|basis|only|opportunity|internship'),
  phrase(
    'free',
    '(of)',
    '(charge)',
    'trial|test|sample',
    '(of)',
    '(your)',
    'task|project|work|article|design|assignment|week|period',
    '(first|before|to|for|from|is|as|required|so|,|.)',
    'first|before|to|for|from|is|as|required|so|,|.|we|i',
  ),
  phrase(
    'first',
    '(few|two|three|2|3)',
    'task|tasks|week|weeks|project|article|articles|sample|hours|month|day',
    'is|are|will|must|should',
    '(be)',
    '(for|done|completely)',
    '(for)',
    'free|unpaid',
  ),
  phrase(
    'revenue|rev|profit|equity',
    'share|sharing|only',
    '(only)',
    '(,|and|-)',
    'only|no',
    '(upfront)',
    'pay|payment|salary|.|,|!',
  ),
  phrase(
    'unbezahlt|unbezahlte|unbezahlter|unbezahltes|unbezahlten',
    '(ersten)',
    'arbeit|praktikum|probe|probearbeit|probearbeiten|stelle|test|testaufgabe|projekt|mitarbeit',
  ),
  phrase('ohne', '(jede)', 'bezahlung|vergutung|honorar'),
];

/** Work that nobody means to pay for. Unpaid invoices and free trials of a product are none. */
export function findUnpaidWork(text: string): Found<'unpaid'>[] {
  const tokens = tokensOf(text);
  const found: Found<'unpaid'>[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (isNegated(tokens, at, 3)) continue;
    for (const one of phrases) {
      const end = matchPhrase(tokens, at, one);
      if (end === undefined) continue;
      found.push(foundAt(text, 'unpaid', tokens.slice(at, end)));
      break;
    }
  }
  return inOrder(found);
}
