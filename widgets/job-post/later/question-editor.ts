import { type QuestionKind, questionKinds, questionsMax } from '@portico/api/hiring/job-posts/job-post.ts';
import { html, nothing } from 'lit-html';
import { checkField, choiceField, longField, textField } from '../../core/controls/field.ts';
import { formatNumber } from '../../core/formats.ts';
import { fill } from '../../core/locale.ts';
import type { DraftQuestion } from '../draft.ts';
import type { JobPostView } from '../job-post-view.ts';

/** Questions in the order in which freelancers answer them; Alt with an arrow moves one, and so do the buttons. */
export function questionEditor(view: JobPostView) {
  const { strings, draft, language } = view;
  const { questions } = draft;
  const isFull = questions.length >= questionsMax;
  const add = async () => {
    view.change({ questions: [...questions, { kind: 'text', text: '', choices: [], isRequired: true }] });
    await focus(view, questions.length, 'text');
  };
  return html`<fieldset id="questions" tabindex="-1" class="stack">
    <legend>${strings.labels.questions}</legend>
    <p class="muted small">${strings.hints.questions}</p>
    <ol class="stack">
      ${questions.map((question, index) => item(view, question, index))}
    </ol>
    <p class="wrong small" ?hidden=${!view.errorOf('questions')}>${view.errorOf('questions')}</p>
    <div class="row">
      <button type="button" ?disabled=${isFull} @click=${add}>${strings.addQuestion}</button>
      <span class="muted small">${formatNumber(questions.length, language)} / ${formatNumber(questionsMax, language)}</span>
    </div>
    <p class="sr" role="status" id="moved"></p>
  </fieldset>`;
}

function item(view: JobPostView, question: DraftQuestion, index: number) {
  const { strings, draft, language } = view;
  const { questions } = draft;
  const { kind, text, choices, isRequired } = question;
  const id = (part: string) => `questions-${index}-${part}`;
  const replace = (...next: DraftQuestion[]) => view.change({ questions: questions.toSpliced(index, 1, ...next) });
  const name = `${strings.question} ${formatNumber(index + 1, language)}`;

  async function move(step: number, from: string) {
    const to = index + step;
    if (to < 0 || to >= questions.length) return;
    view.change({ questions: questions.toSpliced(index, 1).toSpliced(to, 0, question) });
    await focus(view, to, from);
    const place = { n: formatNumber(to + 1, language), of: formatNumber(questions.length, language) };
    view.root.getElementById('moved')!.textContent = fill(strings.moved, place);
  }

  async function remove() {
    replace();
    await focus(view, Math.min(index, questions.length - 2), 'text');
  }

  function keydown(event: KeyboardEvent) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || !step) return;
    event.preventDefault();
    void move(step, (event.target as HTMLElement).id.split('-')[2] || 'text');
  }

  const button = (part: string, label: string, press: () => unknown, disabled = false) =>
    html`<button type="button" class="small" id=${id(part)} ?disabled=${disabled} @click=${press}>
      ${label}<span class="sr"> ${name}</span>
    </button>`;
  return html`<li><div class="card stack pad" role="group" aria-label=${name} @keydown=${keydown}>
    ${textField({
      id: id('text'),
      label: name,
      value: text,
      error: view.errorOf(id('text')) ?? view.errorOf(`questions-${index}`),
      change: (typed) => replace({ ...question, text: typed }),
    })}
    <div class="pair">
      ${choiceField({
        id: id('kind'),
        label: strings.answerAs,
        value: kind,
        choices: questionKinds.map((each) => [each, strings.questionKinds[each]] as const),
        change: (chosen) => replace({ ...question, kind: chosen as QuestionKind }),
      })}
      ${checkField({
        id: id('isRequired'),
        label: strings.isRequired,
        value: isRequired,
        change: (next) => replace({ ...question, isRequired: next }),
      })}
    </div>
    ${
      kind === 'choice'
        ? longField({
            id: id('choices'),
            label: strings.choices,
            rows: 3,
            value: choices.join('\n'),
            error: view.errorOf(id('choices'), true),
            change: (lines) => replace({ ...question, choices: lines.split('\n') }),
          })
        : nothing
    }
    <div class="row">
      ${button('up', strings.up, () => move(-1, 'up'), index === 0)}
      ${button('down', strings.down, () => move(1, 'down'), index === questions.length - 1)}
      ${button('remove', strings.removeIt, remove)}
    </div>
  </div></li>`;
}

/** Where the person's attention went: to the same part of the question in its new place, or what can be used there. */
async function focus(view: JobPostView, index: number, part: string): Promise<void> {
  await view.updateComplete;
  const found = view.root.getElementById(`questions-${index}-${part}`) as HTMLButtonElement | null;
  const target = found && !found.disabled ? found : view.root.getElementById(`questions-${index}-text`);
  (target ?? view.root.getElementById('questions'))?.focus();
}
