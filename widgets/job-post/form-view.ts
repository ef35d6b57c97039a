import { html, nothing } from 'lit-html';
import { steps } from '../core/controls/steps.ts';
import { errorNotice } from '../core/error-notice.ts';
import { formatDate } from '../core/formats.ts';
import type { HireError } from '../core/hire-error.ts';
import { fill } from '../core/locale.ts';
import { stepOf } from './draft.ts';
import type { JobPostView } from './job-post-view.ts';
import { labelOf, refusalOf } from './label-of.ts';
import { laterSteps } from './later-steps.ts';
import { startScreen } from './start-screen.ts';
import type { JobPostStrings } from './strings.ts';
import { whatStep } from './what-step.ts';

/** What the frame around the steps knows beside what they do. */
type FormView = JobPostView & {
  matches(selector: string): boolean;
  readonly step: number;
  readonly isBegun: boolean;
  readonly isBusy: boolean;
  readonly isPosted: boolean;
  readonly errors: ReadonlyMap<string, unknown>;
  readonly refusal: HireError | undefined;
  readonly failure: { error: HireError; retry: () => void } | undefined;
};

const middle = laterSteps('terms-and-extras', () => import('./later/terms-and-extras.ts'));
const end = laterSteps('review', () => import('./later/review.ts'));
const all = [whatStep, middle.show('terms'), middle.show('extras'), end.show('view')];
const last = all.length - 1;

export function formView(view: FormView) {
  const { strings, isBegun, failure, post } = view;
  if (failure) return failureView(view);
  if (!isBegun) return view.matches(':state(empty)') ? startScreen(view) : skeleton();
  if (!view.may('draft')) return html`<p class="notice" role="alert">${strings.errors.not_allowed}</p>`;
  if (view.isPosted || (post && !post.mayEdit)) return posted(view);
  return form(view);
}

function form(view: FormView) {
  const { strings, step, errors, isBusy } = view;
  const wrong = (index: number) => [...errors.keys()].filter((field) => stepOf(field) === index).length;
  const name = strings.steps[step]!;
  // All of the rest is there before anybody can have written a title.
  middle.fetch(view);
  end.fetch(view);
  const submit = (event: Event) => {
    event.preventDefault();
    if (step < last) void view.go(step + 1);
  };
  return html`<div class="row spread" part="steps">
      ${steps(
        strings.label,
        strings.steps.map((label, index) => ({ label, wrong: wrong(index) })),
        step,
        view.go,
      )}
      <p class="muted small" role="status">${savingWords(view)}</p>
    </div>
    ${view.saving.state() === 'conflict' ? conflict(view) : nothing} ${problems(view)}
    <form class="stack" part="form" novalidate aria-busy=${isBusy} @submit=${submit}>
      <h2 id="heading" tabindex="-1">${name}</h2>
      ${all[step]!(view)}
      <div class="row spread" part="actions">
        ${step ? html`<button type="button" @click=${() => view.go(step - 1)}>${strings.back}</button>` : html`<span></span>`}
        <div class="row">
          ${
            step < last - 1
              ? html`<button type="button" class="plain" @click=${() => view.go(last)}>${strings.steps[last]}</button>`
              : nothing
          }
          ${step < last ? html`<button class="primary">${strings.next}</button>` : publishButton(view)}
        </div>
      </div>
    </form>`;
}

/** Pressed or not, it says what it does; disabled, it says why. */
function publishButton(view: FormView) {
  const { strings, post, saving, isBusy } = view;
  const isDraft = !post || post.state === 'draft';
  const reason = !isDraft
    ? saving.isDirty()
      ? ''
      : strings.nothingToSave
    : !view.may('publish')
      ? strings.mayNotPublish
      : saving.state() === 'conflict'
        ? strings.conflictFirst
        : saving.state() === 'waiting'
          ? strings.saving.waiting
          : '';
  return html`<span id="why-not" class="muted small">${reason}</span>
    <button
      type="button"
      class="primary"
      aria-describedby="why-not"
      ?disabled=${Boolean(reason) || isBusy}
      @click=${() => (isDraft ? view.publish() : saving.flush())}
    >
      ${isDraft ? strings.publish : strings.saveChanges}
    </button>`;
}

function savingWords({ strings, saving, post, language }: FormView): string {
  const state = saving.state();
  if (state !== 'saved') return strings.saving[state];
  if (!post) return '';
  const time = formatDate(post.updatedAt, language, { dateStyle: undefined, timeStyle: 'short', timeZone: undefined });
  return fill(strings.saving.saved, { time });
}

/** Nobody's words are lost: the person chooses, and until then both are kept. */
function conflict({ strings, saving }: FormView) {
  const names = saving.clashing().map((key) => strings.labels[key as keyof JobPostStrings['labels']]);
  return html`<div class="card stack pad" role="alert">
    <p>${fill(strings.conflict, { fields: names.join(', ') })}</p>
    <div class="row">
      <button type="button" class="primary" @click=${() => saving.settle(true)}>${strings.keepMine}</button>
      <button type="button" @click=${() => saving.settle(false)}>${strings.takeTheirs}</button>
    </div>
  </div>`;
}

/** Everything that is in the way, each one press from its field. */
function problems(view: FormView) {
  const { strings, errors, refusal } = view;
  const fields = [...errors.keys()];
  if (!fields.length && !refusal) return nothing;
  return html`<div class="card stack pad" role="alert">
    ${refusal ? html`<p class="wrong">${refusalWords(refusal, strings)}</p>` : nothing}
    ${
      fields.length
        ? html`<p>${strings.wrong}</p>
            <ul>
              ${fields.map(
                (field) => html`<li>
                  <button type="button" class="link" @click=${() => view.show(field)}>${labelOf(view, field)}</button>
                  <span class="wrong small">${view.errorOf(field)}</span>
                </li>`,
              )}
            </ul>`
        : nothing
    }
  </div>`;
}

const refusalWords = ({ code, problem }: HireError, strings: JobPostStrings) =>
  refusalOf(strings, problem.code, ['invalid_request', 'conflict'].includes(code) ? problem.detail : '') ||
  strings.errors[code];

function posted(view: FormView) {
  const { strings, post } = view;
  return html`<slot name="posted"
    ><div class="stack notice" role="status">
      <b class="large">${post!.title}</b>
      <p>${strings.states[post!.state]}</p>
      <button type="button" @click=${() => view.resume()}>${strings.another}</button>
    </div></slot
  >`;
}

export const failureView = ({
  failure,
  strings,
}: Pick<FormView, 'failure'> & { strings: JobPostStrings | undefined }) =>
  html`<slot name="error">${errorNotice(failure!.error, strings, failure!.retry)}</slot>`;

/** About as high as the first step, so that nothing moves when it comes. */
export const skeleton = () => html`<div class="stack" aria-hidden="true">
  <div class="bone"></div>
  <div class="bone"></div>
</div>`;
