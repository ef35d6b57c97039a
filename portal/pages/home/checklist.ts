import { Task, TaskStatus } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { icon } from '../../icons/icon.ts';
import { circleCheck, circleDashed, x } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { keepDraft, readKept } from '../../shell/kept-draft.ts';
import { undoable } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { type Checklist, ownChecklists, type Step } from './checklist-steps.ts';

type Known = { list: Checklist; done: readonly (boolean | undefined)[] };
type Kept = { dismissed: readonly string[]; isUnderWay: boolean };

const keptAs = 'checklists';

const kept = (): Kept => ({ dismissed: [], isUnderWay: false, ...readKept<Kept>(keptAs) });

/** Who has most steps before them finds them first on the home; else what waits comes first. */
export const isBeginning = (): boolean => {
  const { dismissed, isUnderWay } = kept();
  return !isUnderWay && ownChecklists().some(({ name }) => !dismissed.includes(name));
};

/** How to begin, per role: each step's state comes from the API; gone the next time once all are done, put away and brought back. */
class PortalChecklists extends PortalElement {
  static override properties = { dismissed: { state: true } };
  declare dismissed: readonly string[];
  /** It has stood here before anything was known: done or not, it stays until the page is opened again. */
  readonly #isOutlined = isBeginning();

  constructor() {
    super();
    this.dismissed = kept().dismissed;
  }

  #lists = new Task(this, {
    args: () => [],
    task: async (_, { signal }): Promise<Known[]> => {
      const lists = await Promise.all(
        ownChecklists().map(async (list) => ({
          list,
          done: await Promise.all(list.steps.map((step) => known(step, signal))),
        })),
      );
      keepDraft(keptAs, {
        ...kept(),
        isUnderWay: lists.every(({ done }) => done.filter((one) => one !== false).length * 2 > done.length),
      });
      return lists;
    },
  });

  /** What cannot be known is left out: the rest of the home stands alone. */
  protected override render(): TemplateResult {
    const before = this.#lists.value;
    return html`${this.#lists.render({
      // The same rows, so that nothing below moves when it is known which are done.
      pending: () => (before ? this.#view(before) : this.#isOutlined ? this.#outline() : nothing),
      complete: (lists) => this.#view(lists),
    })}`;
  }

  #view(lists: readonly Known[]): TemplateResult {
    const shown = this.#isOutlined ? lists : lists.filter(({ done }) => done.some((one) => one === false));
    return html`${shown.map((one) => (this.dismissed.includes(one.list.name) ? this.#line(one) : this.#card(one)))}`;
  }

  #outline(): TemplateResult {
    const shown = ownChecklists().filter(({ name }) => !this.dismissed.includes(name));
    return html`${shown.map((list) => this.#card({ list, done: list.steps.map(() => undefined) }))}`;
  }

  #card({ list: { name, title, steps }, done }: Known): TemplateResult {
    const isBusy = this.#lists.status === TaskStatus.PENDING;
    return html`<section class="card" aria-labelledby="begin-${name}" aria-busy=${isBusy ? 'true' : 'false'}>
      <header>
        <div>
          <h2 id="begin-${name}">${t(title)}</h2>
          <p class="muted small">${t('onboarding.progress', progress(done))}</p>
        </div>
        <div class="row">
          <button class="button small" type="button" @click=${() => void this.#lists.run()}>${t('onboarding.check')}</button>
          <button class="button plain icon-only small" type="button" aria-label=${t('begin.dismiss', { name: t(title) })} @click=${() => this.#dismiss(name)}>${icon(x)}</button>
        </div>
      </header>
      <ol class="rows">${steps.map((step, at) => stepRow(step, done[at]))}</ol>
    </section>`;
  }

  #line({ list: { name, title }, done }: Known): TemplateResult {
    return html`<p class="row muted small">
      ${t(title)} · ${t('begin.left', progress(done))}
      <button class="button plain small" type="button" @click=${() => this.#keep(this.dismissed.filter((one) => one !== name))}>${t('begin.show')}</button>
    </p>`;
  }

  #dismiss(name: string): void {
    const before = this.dismissed;
    this.#keep([...before, name]);
    undoable(t('begin.dismissed'), () => this.#keep(before));
  }

  #keep(dismissed: readonly string[]): void {
    this.dismissed = dismissed;
    keepDraft(keptAs, { ...kept(), dismissed });
  }
}

/** What cannot be asked now counts neither as done nor as open. */
const known = async (step: Step, signal: AbortSignal): Promise<boolean | undefined> =>
  step.isDone(signal).catch(() => undefined);

const progress = (done: Known['done']) => ({ done: done.filter((one) => one).length, all: done.length });

const stepRow = (
  { label, text, path }: Step,
  isDone: boolean | undefined,
): TemplateResult => html`<li class="step ${isDone ? 'done' : ''}">
  ${icon(isDone ? circleCheck : circleDashed)}
  <div class="grow">
    <strong>${t(label)}</strong> <span class="visually-hidden">${isDone ? t('onboarding.done') : t('onboarding.open')}</span>
    <div class="muted small">${t(text)}</div>
  </div>
  ${
    // Its room stays when it is done, so that the words beside it do not break anew.
    isDone
      ? html`<span class="button small reserved" aria-hidden="true">${t('onboarding.do')}</span>`
      : html`<a class="button small" href=${href(path)} aria-label=${`${t('onboarding.do')}: ${t(label)}`}>${t('onboarding.do')}</a>`
  }
</li>`;

define('portal-checklists', PortalChecklists);
