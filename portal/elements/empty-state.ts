import { html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { x } from '../icons/icons.generated.ts';
import { mayOpen } from '../shell/session.ts';
import { t, wordsFor } from '../strings/strings.ts';
import { empty } from './states.ts';

type Doer = 'hirer' | 'offerer' | 'payer' | 'accountAdmin';

/** Nobody is shown a button that would refuse them: they are told who can. What the API says of this person goes first. */
type Guarded =
  | { for: Doer; may?: boolean; action: TemplateResult }
  | { for: 'keeper'; may: boolean; action: TemplateResult };

/**
 * - `itself`: it fills without anybody's doing, and the text says when.
 * - `beside`: what fills it stands right next to it.
 */
export type NextStep = 'itself' | 'beside' | TemplateResult | Guarded;

type NothingYet = {
  shape: SVGTemplateResult;
  /** What is not there. */
  title: string;
  /** What will stand here, and what it is good for. */
  text: string;
  /** The one thing to do now. */
  next: NextStep;
};

/** A list that nothing was ever put into: it teaches its use. Every list has one, and `noneFit` where it can be filtered. */
export const nothingYet = ({ shape, title, text, next }: NothingYet): TemplateResult =>
  empty(shape, title, text, stepOf(next));

/** A list with something in it that the filters leave out. */
export const noneFit = (
  shape: SVGTemplateResult,
  title: string,
  text: string,
  clear: () => void,
  label = t('list.clearFilters'),
): TemplateResult =>
  empty(shape, title, text, html`<button class="button" type="button" @click=${clear}>${icon(x)}${label}</button>`);

function stepOf(next: NextStep): TemplateResult | typeof nothing {
  if (next === 'itself' || next === 'beside') return nothing;
  if (!('for' in next)) return next;
  const may = next.may ?? mayOpen(next.for);
  return may ? next.action : html`<p class="small">${wordsFor('whoMay', next.for) ?? ''}</p>`;
}
