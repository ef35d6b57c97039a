import type { WordLocale } from '@portico/api/platform/tenants/brand-words.ts';
import type { Scheme } from '@portico/themes/tokens.ts';
import type { TemplateResult } from 'lit';
import { type ImageField, imageField } from './image-field.ts';
import { lookSections } from './look-sections.ts';
import { type Editing, identitySection, mailSection, printSection, signInSection } from './sections.ts';
import { legalSection, wordsSection } from './words-sections.ts';

export const brandParts = ['identity', 'look', 'signIn', 'mail', 'print', 'words', 'legal'] as const;
export type BrandPart = (typeof brandParts)[number];

export type BrandForm = {
  section: BrandPart;
  editing: Editing;
  refusals: Parameters<typeof lookSections>[0]['refusals'];
  scheme: Scheme;
  logoColors: readonly string[];
  wordLocale: WordLocale;
  setScheme: (scheme: Scheme) => void;
  setLogoColors: (colors: readonly string[]) => void;
  setWordLocale: (locale: WordLocale) => void;
};

/** One part of the brand at a time; each is kept as it is changed. */
export function brandForm(form: BrandForm): TemplateResult {
  const { section, editing, refusals, scheme, logoColors, wordLocale, setScheme, setLogoColors, setWordLocale } = form;
  const image = (field: Omit<ImageField, 'error'>) =>
    imageField({
      ...field,
      error: editing.errors[field.id],
      onChange: (kept) => {
        if (kept && kept.colors.length > 0) setLogoColors(kept.colors);
        field.onChange(kept);
      },
    });
  switch (section) {
    case 'identity':
      return identitySection(editing, image);
    case 'look':
      return lookSections({ ...editing, scheme, refusals, logoColors, setScheme });
    case 'signIn':
      return signInSection(editing, image);
    case 'mail':
      return mailSection(editing);
    case 'print':
      return printSection(editing);
    case 'words':
      return wordsSection(editing, wordLocale, setWordLocale);
    case 'legal':
      return legalSection(editing);
  }
}
