import { html, type TemplateResult } from 'lit';
import type { BrandState } from '../../../api/brand.ts';
import { icon } from '../../../icons/icon.ts';
import { redo2, undo2 } from '../../../icons/icons.generated.ts';
import { toast } from '../../../shell/toasts.ts';
import { t } from '../../../strings/strings.ts';
import { type BrandDraft, redo, undo } from './brand-draft.ts';

export type BrandActions = {
  draft: BrandDraft;
  changes: BrandState['changes'];
  /** Something was typed that is not kept yet: whoever presses now means that too. */
  isTyped: boolean;
  /** How many of the draft's colors cannot be published. */
  problems: number;
  isBusy: boolean;
  go: (next: (draft: BrandDraft) => BrandDraft) => void;
  openHistory: () => void;
  discard: () => void;
  publish: () => void;
};

/** Steps back and forth, earlier versions, and what becomes of the draft. */
export function brandActions({ draft, changes, isTyped, problems, isBusy, ...does }: BrandActions): TemplateResult {
  const isSame = changes.length === 0 && !isTyped;
  const why = isSame ? t('theme.nothingChanged') : problems > 0 ? t('theme.problemsFirst', { n: problems }) : '';
  const step = (label: string, shape: Parameters<typeof icon>[0], n: number, next: typeof undo) =>
    html`<button class="button icon-only" type="button" aria-label=${label} title=${label} aria-disabled=${n === 0 ? 'true' : 'false'} @click=${() => does.go(next)}>${icon(shape)}</button>`;
  return html`${step(t('shell.undo'), undo2, draft.steps.length, undo)}${step(t('brand.redo'), redo2, draft.undone.length, redo)}
    <button class="button" type="button" @click=${does.openHistory}>${t('brand.history')}</button>
    <button class="button" type="button" aria-disabled=${isSame ? 'true' : 'false'} @click=${does.discard}>${t('brand.discard')}</button>
    <button class="button primary" type="button" title=${why} aria-disabled=${why || isBusy ? 'true' : 'false'} @click=${() => (why ? toast(why) : does.publish())}>${t('brand.publish')}</button>`;
}
