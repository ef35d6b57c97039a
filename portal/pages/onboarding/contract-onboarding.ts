import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import {
  type ContractOnboarding,
  getContractOnboarding,
  type OnboardingTask,
  type Side,
} from '../../api/onboarding.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import { circleAlert, circleCheck, clipboardCheck, hourglass } from '../../icons/icons.generated.ts';
import { formatDate } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { onboardingStyles } from '../../styles/onboarding.ts';
import { papers, taskDetail } from './task-detail.ts';
import { taskStatus, waitsWords, whenWords } from './task-words.ts';

/** In a contract's room: what it was asked for before work, and how that stands. */
class ContractOnboardingPart extends PortalElement {
  static override pageStyles = [onboardingStyles];
  static override properties = {
    contractId: { attribute: false },
    side: { attribute: false },
    revision: { attribute: false },
    onChanged: { attribute: false },
  };
  declare contractId: string;
  declare side: Side;
  declare revision: number;
  declare onChanged: () => void;

  #load = new Task(this, {
    args: () => [this.contractId, this.side, this.revision] as const,
    task: ([id, side], { signal }) => getContractOnboarding(side, id, signal),
  });

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${this.#load.render({
      pending: () => (known ? this.#whole(known) : html`<div class="card">${loading(6)}</div>`),
      error: (problem) => failed(problem, () => void this.#load.run()),
      complete: (onboarding) => this.#whole(onboarding),
    })}`;
  }

  #whole(onboarding: ContractOnboarding): TemplateResult {
    const { tasks, documents, state } = onboarding;
    if (state === 'none' && documents.length === 0)
      return html`<div class="card pad">${nothingYet({ shape: clipboardCheck, title: t('beforeWork.nothingAsked'), text: t('beforeWork.nothingAskedText'), next: 'itself' })}</div>`;
    return html`<div class="stack">
      ${stateNotice(onboarding)}
      ${tasks.map((task) => this.#task(task))}
      ${documents.length > 0 ? html`<section class="card"><header><h2>${t('papers.beside')}</h2></header><div class="pad">${papers(documents)}</div></section>` : nothing}
    </div>`;
  }

  #task(task: OnboardingTask): TemplateResult {
    return html`<article class="card">
      <header>
        <div class="grow"><h2>${task.title}</h2><p class="small">${whenWords(task)}${task.waitsFor ? html`<span class="muted">&nbsp;· ${waitsWords(task, this.side)}</span>` : nothing}</p></div>
        ${taskStatus(task)}
      </header>
      ${taskDetail(task, this.side, this.#changed, true)}
    </article>`;
  }

  readonly #changed = (): void => {
    void this.#load.run();
    this.onChanged?.();
  };
}

function stateNotice({ state, completedAt }: ContractOnboarding): TemplateResult | typeof nothing {
  switch (state) {
    case 'open':
      return notice('warning', hourglass, html`<p>${t('beforeWork.stateOpen')}</p>`);
    case 'lapsed':
      return notice('danger', circleAlert, html`<p>${t('beforeWork.stateLapsed')}</p>`);
    case 'complete':
      return notice(
        'success',
        circleCheck,
        html`<p>${t('beforeWork.stateComplete', { date: completedAt ? formatDate(completedAt) : '' })}</p>`,
      );
    default:
      return nothing;
  }
}

define('portal-contract-onboarding', ContractOnboardingPart);
