import { html, nothing, type TemplateResult } from 'lit';
import { acceptTask, type ComplianceDocument, type OnboardingTask, type Side } from '../../api/onboarding.ts';
import { problemWords } from '../../api/problem.ts';
import { actionButton } from '../../elements/action-button.ts';
import { fileList } from '../../elements/file-list.ts';
import { fingerprint } from '../../elements/fingerprint.ts';
import { richText } from '../../elements/rich-text.ts';
import { notice } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import { check, circleAlert, info, pencil, undo2 } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { formatDate, formatInstant } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { openCheck, openOverride, openReturn, openReview } from './decide-dialogs.ts';
import { openDoTask } from './do-task-dialog.ts';
import { doLabel } from './task-words.ts';

type Changed = (task: OnboardingTask) => void;

/** Everything about one task, and what may be done with it. */
export function taskDetail(task: OnboardingTask, side: Side, onChanged: Changed, isInRoom = false): TemplateResult {
  const possible = actions(task, side, onChanged);
  const { instructions, content, note, returnReason, override, state, needsSignature } = task;
  const isOwnToSign = task.mayDo && needsSignature;
  return html`<div class="pad stack">
    ${returnReason && state === 'returned' ? notice('warning', circleAlert, html`<p>${t('beforeWork.returnedBecause', { reason: returnReason })}</p>`) : nothing}
    ${override ? notice('info', info, html`<p>${t('beforeWork.overriddenBy', { name: override.by, date: formatDate(override.at) })}</p><p class="prose">${override.reason}</p>`) : nothing}
    ${instructions ? html`<p>${instructions}</p>` : nothing}
    ${
      content.length > 0 && !isOwnToSign
        ? html`<details><summary>${t('beforeWork.text')}</summary><div class="letter">${richText(content)}</div></details>`
        : nothing
    }
    ${facts(task, side, isInRoom)}
    ${note ? html`<p class="prose">${note}</p>` : nothing}
    ${papers(task.documents)}
    ${task.areDocumentsHidden ? html`<p class="muted small">${t('papers.hidden')}</p>` : nothing}
    ${classified(task)}
    ${possible.length > 0 ? html`<div class="row no-print">${possible}</div>` : nothing}
  </div>`;
}

/** @param isInRoom where the contract and its sides stand on the same page */
function facts(task: OnboardingTask, side: Side, isInRoom: boolean): TemplateResult {
  const { owner, signature, submittedBy, submittedAt, completedAt, validUntil, validMonths } = task;
  return html`<dl class="facts">
    ${isInRoom ? nothing : sides(task, side)}
    <dt>${t('beforeWork.owner')}</dt><dd>${wordsFor('taskOwner', owner) ?? owner}</dd>
    ${signature ? html`<dt>${t('beforeWork.signedBy')}</dt><dd>${signature.typedName}, ${formatInstant(signature.signedAt)}<br />${fingerprint(signature.textHash)}</dd>` : nothing}
    ${submittedAt && !signature ? html`<dt>${t('beforeWork.submitted')}</dt><dd>${submittedBy ? `${submittedBy}, ` : ''}${formatInstant(submittedAt)}</dd>` : nothing}
    ${completedAt ? html`<dt>${t('beforeWork.completed')}</dt><dd>${formatInstant(completedAt)}</dd>` : nothing}
    ${validUntil ? html`<dt>${t('beforeWork.holds')}</dt><dd>${t('beforeWork.until', { date: formatDate(validUntil) })}</dd>` : nothing}
    ${!validUntil && validMonths ? html`<dt>${t('beforeWork.holds')}</dt><dd>${t('beforeWork.months', { n: validMonths })}</dd>` : nothing}
  </dl>`;
}

function sides({ contract, freelancer, client }: OnboardingTask, side: Side): TemplateResult {
  const path = side === 'client' ? `/contracts/${contract.id}` : `/my/contracts/${contract.id}`;
  return html`<dt>${t('beforeWork.contract')}</dt><dd><a href=${href(path)}>${contract.title}</a></dd>
    <dt>${t(side === 'client' ? 'room.freelancer' : 'room.client')}</dt><dd>${side === 'client' ? freelancer.name : client}</dd>`;
}

/** Papers with their hash and until when they hold. */
export function papers(documents: readonly ComplianceDocument[]): TemplateResult | typeof nothing {
  if (documents.length === 0) return nothing;
  return html`<ul class="rows">
    ${documents.map(
      (one) => html`<li>
        <div class="grow">
          ${one.file ? fileList([one.file]) : html`<span>${one.title}</span>`}
          <div class="muted small">${one.addedBy}, ${formatDate(one.addedAt)}${one.validUntil ? ` · ${t('beforeWork.validUntil', { date: formatDate(one.validUntil) })}` : ''} · ${wordsFor('scanState', one.scan)}</div>
          <div>${fingerprint(one.hash)}</div>
        </div>
        ${paperStatus(one)}
      </li>`,
    )}
  </ul>`;
}

const validityKinds = { valid: 'success', expiringSoon: 'warning', expired: 'danger', renewed: 'neutral' } as const;
export const paperStatus = ({ validity }: ComplianceDocument): TemplateResult =>
  tag(validityKinds[validity], wordsFor('paperValidity', validity) ?? validity);

function classified({ classification }: OnboardingTask): TemplateResult | typeof nothing {
  if (!classification?.classified) return nothing;
  const {
    definition,
    answers,
    classified: judged,
    result,
    isOverridden,
    reviewedBy,
    reviewReason,
    version,
  } = classification;
  const shown = result ?? judged.result;
  return html`<section class="stack close">
    <p class="row">
      ${tag(resultKinds[shown], wordsFor('classificationResult', shown) ?? shown)}
      <span class="muted small">${t('classify.sum', { sum: signed(judged.sum), low: signed(definition.independentAtMost), high: signed(definition.employeeAtLeast) })} · ${t('classify.rules', { n: version })}</span>
    </p>
    ${judged.decidedBy ? html`<p>${judged.decidedBy}</p>` : nothing}
    ${reviewedBy ? html`<p>${isOverridden ? t('classify.overriddenBy', { name: reviewedBy }) : t('classify.reviewedBy', { name: reviewedBy })}${reviewReason ? html` <q>${reviewReason}</q>` : nothing}</p>` : nothing}
    <details>
      <summary>${t('classify.answers')}</summary>
      <dl class="answers">
        ${definition.questions.map(({ id, text, answers: choices }) => {
          const answer = choices.find((one) => one.id === answers?.[id]);
          return html`<div><dt>${text}</dt><dd>${answer?.text ?? '–'} <span class="muted small number">${answer ? signed(answer.weight) : ''}</span></dd></div>`;
        })}
      </dl>
    </details>
    <p class="muted small">${definition.source}</p>
  </section>`;
}

export const resultKinds = { independent: 'success', employee: 'danger', review: 'warning' } as const;
export const signed = (weight: number): string => (weight > 0 ? `+${weight}` : String(weight).replace('-', '−'));

function actions(task: OnboardingTask, side: Side, onChanged: Changed): readonly TemplateResult[] {
  const isCheck = task.kind === 'backgroundCheck' && task.owner === 'client';
  const isAnswered = Boolean(task.classification?.classified);
  const all = [
    task.mayDo
      ? actionButton({
          label: isCheck ? t('beforeWork.checkTitle') : doLabel(task),
          shape: pencil,
          kind: 'primary',
          run: () => (isCheck ? openCheck(task, onChanged) : openDoTask(task, side, onChanged)),
        })
      : nothing,
    task.mayDecide && isAnswered
      ? actionButton({ label: t('classify.review'), kind: 'primary', run: () => openReview(task, onChanged) })
      : nothing,
    task.mayDecide && !isAnswered
      ? actionButton({
          label: t('beforeWork.accept'),
          shape: check,
          kind: 'primary',
          run: () => void accept(task, onChanged),
        })
      : nothing,
    task.mayDecide && !isAnswered
      ? actionButton({ label: t('beforeWork.return'), shape: undo2, run: () => openReturn(task, onChanged) })
      : nothing,
    task.mayOverride
      ? actionButton({ label: t('beforeWork.override'), run: () => openOverride(task, onChanged) })
      : nothing,
  ];
  return all.filter((one): one is TemplateResult => one !== nothing);
}

async function accept(task: OnboardingTask, onChanged: Changed): Promise<void> {
  try {
    onChanged(await acceptTask(task.id, {}));
    toast(t('beforeWork.accepted'));
  } catch (problem) {
    toast(problemWords(problem));
  }
}
