import type { ThemeRefusal } from '@portico/themes/validate-theme.ts';

/** One entry of a problem for each token that is unknown, malformed or too low in contrast. */
export function themeErrors(refusals: readonly ThemeRefusal[]) {
  return refusals.map((refusal) => ({
    pointer: `/theme/${refusal.path.replaceAll('.', '/')}`,
    code: refusal.code,
    message: sentenceOf(refusal),
  }));
}

function sentenceOf(refusal: ThemeRefusal): string {
  switch (refusal.code) {
    case 'not_an_object':
      return 'This must be an object.';
    case 'unknown_token':
      return 'There is no such token.';
    case 'not_a_color':
      return 'This is not a color that every browser reads.';
    case 'not_a_number':
      return 'This must be a number.';
    case 'out_of_range':
      return `This must be between ${refusal.min} and ${refusal.max}.`;
    case 'not_in_list':
      return `Choose one of: ${refusal.allowed.join(', ')}.`;
    case 'contrast_too_low':
      return `The contrast of ${refusal.text} is too low to read.`;
  }
}
