import { contrastRatio, parseColor } from '@portico/themes/color.ts';
import { readTheme } from '@portico/themes/validate-theme.ts';
import { unprocessable } from '../http/problem.ts';
import { readMarkdown } from '../rich-text/accept-markdown.ts';
import { visibleText } from '../rich-text/visible-text.ts';
import { type Brand, type BrandImageKind, brandImages, brandLimits, type LegalKind, legalKinds } from './brand.ts';
import type { BrandBody } from './brand-schema.ts';
import type { BrandWords } from './brand-words.ts';
import { themeErrors } from './theme-errors.ts';

type Problem = { pointer: string; code: string; message: string };
const paper = parseColor('#ffffff')!;

/**
 * A draft as it is kept: rebuilt from parsed values, every text without unseen characters. Contrast is left to the
 * publication, so that work half done is not lost.
 * @param images the tenant's own, by hash
 * @throws 422 brand_refused with one entry a field
 */
export function acceptBrand(body: BrandBody, images: ReadonlyMap<string, BrandImageKind>): Brand {
  const problems: Problem[] = [];
  const refuse = (pointer: string, code: string, message: string) => problems.push({ pointer, code, message });
  const { theme, refusals } = readTheme(body.theme);
  problems.push(...themeErrors(refusals));
  const accent = acceptAccent(body.print.accent, refuse);
  const brand: Brand = {
    ...body,
    name: oneLine(body.name),
    theme,
    signIn: { ...body.signIn, headline: orNull(body.signIn.headline, oneLine), text: orNull(body.signIn.text, prose) },
    mail: { ...body.mail, senderName: orNull(body.mail.senderName, oneLine), footer: orNull(body.mail.footer, prose) },
    print: { ...body.print, accent, footer: body.print.footer.map(oneLine).filter(Boolean) },
    words: acceptWords(body.words, refuse),
    legal: acceptLegal(body.legal, refuse),
  };
  if (brand.name === '') refuse('/name', 'name_missing', 'Give the brand a name.');
  for (const [kind, hashOf] of Object.entries(brandImages) as [BrandImageKind, (brand: Brand) => string | null][]) {
    const hash = hashOf(brand);
    if (hash !== null && !images.has(hash))
      refuse(kind === 'picture' ? '/signIn/picture' : `/${kind}`, 'unknown_image', 'Upload this image first.');
  }
  if (problems.length > 0)
    throw unprocessable('brand_refused', 'The brand was not saved; what is worn stays. See errors.', problems);
  return brand;
}

type Refuse = (pointer: string, code: string, message: string) => void;

function acceptAccent(typed: string | null, refuse: Refuse): string | null {
  if (typed === null) return null;
  const color = parseColor(typed);
  if (!color) refuse('/print/accent', 'not_a_color', 'This is not a color that every program reads.');
  else if (contrastRatio(color, paper) < 3)
    refuse('/print/accent', 'contrast_too_low', 'This color is too light to be seen on paper.');
  return typed;
}

function acceptWords(words: BrandBody['words'], refuse: Refuse): BrandWords {
  const kept: BrandWords = {};
  for (const [locale, list] of Object.entries(words)) {
    const clean = Object.entries(list ?? {}).map(([thing, word]) => {
      const one = oneLine(word.one);
      const other = oneLine(word.other);
      // Braces stand for values in our sentences.
      if (!one || !other || /[{}<>]/.test(one + other))
        refuse(`/words/${locale}/${thing}`, 'word_refused', 'Use letters: no braces and no angle brackets.');
      return [thing, { ...word, one, other }];
    });
    if (clean.length > 0) Object.assign(kept, { [locale]: Object.fromEntries(clean) });
  }
  return kept;
}

function acceptLegal(legal: BrandBody['legal'], refuse: Refuse): Brand['legal'] {
  const kept: Brand['legal'] = { terms: null, privacy: null, imprint: null };
  for (const kind of legalKinds) {
    const text = legal[kind];
    if (!text) continue;
    const title = orNull(text.title, oneLine);
    kept[kind] =
      'url' in text ? { title, url: text.url } : { title, markdown: markdownOf(kind, text.markdown, refuse) };
  }
  return kept;
}

function markdownOf(kind: LegalKind, typed: string, refuse: Refuse): string {
  const { markdown, problem } = readMarkdown(typed, brandLimits.legalText);
  if (problem) refuse(`/legal/${kind}/markdown`, problem.code, problem.message);
  return markdown;
}

/** What somebody typed in a line stays in it. */
function oneLine(text: string): string {
  return prose(text).replace(/\s+/g, ' ').trim();
}

const prose = (text: string): string => visibleText(text).trim();
const orNull = (text: string | null, clean: (text: string) => string): string | null =>
  text === null ? null : clean(text) || null;
