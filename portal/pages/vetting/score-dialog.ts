import { html, nothing, type TemplateResult } from 'lit';
import { type Desk, giveScore, type VettingCase } from '../../api/vetting.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { radios, textArea } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { t } from '../../strings/strings.ts';

type Rubric = NonNullable<VettingCase['rubric']>;

/** One level for each criterion, each said in words. */
class ScoreDialog extends DialogForm {
  static override properties = { ...FormElement.properties, levels: { state: true }, comment: { state: true } };
  declare levels: Readonly<Record<string, number>>;
  declare comment: string;
  protected heading: string;
  protected submitLabel = t('vetting.giveScore');
  protected override readonly isWide = true;
  readonly #rubric: Rubric;
  readonly #work: (levels: Readonly<Record<string, number>>, comment: string) => Promise<void>;

  constructor(
    rubric: Rubric,
    name: string,
    work: (levels: Readonly<Record<string, number>>, comment: string) => Promise<void>,
  ) {
    super();
    this.#rubric = rubric;
    this.#work = work;
    this.heading = t('vetting.scoreOf', { name });
    this.levels = {};
    this.comment = '';
  }

  protected fields(): TemplateResult {
    const { criteria, version, passPercent } = this.#rubric;
    return html`<p class="muted">${t('vetting.scoreLead', { version, percent: passPercent })}</p>
      ${criteria.map(({ key, name, description, weight, levels, floor }) =>
        radios({
          name: key,
          label: `${name} · ${t('vetting.weight', { weight })}`,
          value: String(this.levels[key] ?? ''),
          error: this.errors[key],
          choices: levels.map((words, at) => ({
            value: String(at + 1),
            label: `${at + 1} – ${words || name}`,
            ...(at === 0 && description && { hint: description }),
            ...(floor === at + 1 && { hint: t('vetting.floorHere') }),
          })),
          onChange: (level) => {
            this.levels = { ...this.levels, [key]: Number(level) };
          },
        }),
      )}
      ${textArea({
        id: 'comment',
        label: t('vetting.comment'),
        hint: t('vetting.internalHint'),
        optional: true,
        value: this.comment,
        onInput: (comment) => {
          this.comment = comment;
        },
      })}
      ${nothing}`;
  }

  protected send(event: Event): Promise<boolean> {
    const missing = Object.fromEntries(
      this.#rubric.criteria.map(({ key }) => [key, this.levels[key] === undefined && t('vetting.levelMissing')]),
    );
    return this.submit(event, missing, () => this.#work(this.levels, this.comment.trim()));
  }
}

define('portal-vetting-score-dialog', ScoreDialog);

export function openScore(desk: Desk, one: VettingCase, changed: (after: VettingCase) => void): void {
  const { rubric } = one;
  if (!rubric) return;
  openDialog(
    new ScoreDialog(rubric, one.freelancer.name, async (levels, comment) => {
      changed(await giveScore(desk, one.id, { rubricId: rubric.id, levels, comment }));
    }),
  );
}
