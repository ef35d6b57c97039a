import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import {
  answerRefundRequest,
  type Bonus,
  getBonuses,
  getRefundRequests,
  getRetainers,
  type RefundRequest,
  type Retainer,
  type WaitingBonus,
} from '../../api/milestones.ts';
import { actionButton } from '../../elements/action-button.ts';
import { confirmThen } from '../../elements/dialog.ts';
import { money } from '../../elements/money-field.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { failed, loading } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { coins, repeat, undo2, x } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { formatMoney } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { milestoneStyles } from '../../styles/milestones.ts';
import { openBonus, openRetainer } from './milestone-bonus-dialog.ts';
import { onceKeys } from './milestone-money.ts';
import { retainerCard } from './milestone-retainer.ts';
import { refusalWords } from './milestone-words.ts';

type Beside = {
  bonuses: readonly Bonus[];
  waiting: readonly WaitingBonus[];
  retainers: readonly Retainer[];
  requests: readonly RefundRequest[];
};

/** What is paid beside milestones and weeks, and what goes back of what was earned; the same for both sides. */
class ContractPayments extends PortalElement {
  static override pageStyles = [milestoneStyles];
  static override properties = {
    contractId: { attribute: false },
    side: { attribute: false },
    currency: { attribute: false },
    revision: { attribute: false },
  };
  declare contractId: string;
  declare side: 'client' | 'freelancer';
  declare currency: string;
  declare revision: number | undefined;

  #load = new Task(this, {
    args: () => [this.contractId, this.side, this.revision] as const,
    task: async ([contractId, side], { signal }): Promise<Beside> => {
      const [bonuses, retainers, requests] = await Promise.all([
        getBonuses(contractId, side, signal),
        getRetainers(contractId, side, signal),
        getRefundRequests(contractId, side, signal),
      ]);
      return {
        bonuses: bonuses.items,
        waiting: bonuses.waiting ?? [],
        retainers: retainers.items,
        requests: requests.items,
      };
    },
  });

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${this.#load.render({
      pending: () => (known ? this.#view(known) : html`<div class="card pad">${loading(3)}</div>`),
      error: (problem) => failed(problem, () => void this.#load.run()),
      complete: (beside) => this.#view(beside),
    })}`;
  }

  #view({ bonuses, waiting, retainers, requests }: Beside): TemplateResult {
    return html`<div class="stack">
      ${this.#bonuses(bonuses, waiting)} ${this.#retainers(retainers)} ${requests.length > 0 ? this.#requests(requests) : nothing}
    </div>`;
  }

  get #mayPay(): boolean {
    return this.side === 'client' && (mayOpen('offerer') || mayOpen('payer'));
  }

  #bonuses(bonuses: readonly Bonus[], waiting: readonly WaitingBonus[]): TemplateResult {
    const isClient = this.side === 'client';
    return html`<section class="card pad stack close">
      <h2>${t('bonuses.title')}</h2>
      ${
        bonuses.length + waiting.length === 0
          ? html`<p class="muted">${isClient ? t('bonuses.none') : t('bonuses.ownNone')}</p>`
          : html`<ul class="paid-lines">
              ${waiting.map(
                ({ approvalId, amount, note, createdAt }) => html`<li>
                  <span class="grow prose">${note || t('bonuses.title')}</span>
                  ${tag('warning', t('bonuses.waiting'))}
                  <a class="small" href=${href(`/approvals/${approvalId}`)}>${t('jobPost.showApproval')}</a>
                  <span class="muted small">${timeAgo(createdAt)}</span>${money(amount)}
                </li>`,
              )}
              ${bonuses.map(
                ({ amount, note, createdAt, state, refusal, earning }) => html`<li>
                  <span class="grow prose">${note || t('bonuses.title')}</span>
                  ${state === 'failed' ? tag('danger', t('bonuses.failed', { reason: refusalWords(refusal ?? '') })) : nothing}
                  ${state === 'charging' ? tag('info', t('bonuses.charging')) : nothing}
                  ${earning && !isClient ? html`<span class="muted small">${t('bonuses.net', { net: formatMoney(earning.net) })}</span>` : nothing}
                  <span class="muted small">${timeAgo(createdAt)}</span>${money(amount)}
                </li>`,
              )}
            </ul>`
      }
      ${this.#mayPay ? html`<div class="actions">${actionButton({ label: t('bonuses.pay'), shape: coins, run: () => openBonus(this.contractId, this.currency, this.#changed) })}</div>` : nothing}
    </section>`;
  }

  #retainers(retainers: readonly Retainer[]): TemplateResult | typeof nothing {
    const isClient = this.side === 'client';
    if (retainers.length === 0 && !isClient) return nothing;
    const may = isClient ? this.#mayPay : true;
    return html`<section class="card pad stack close milestone">
      <h2>${t('retainers.title')}</h2>
      ${
        retainers.length === 0
          ? html`<p class="muted">${t('retainers.none')}</p>`
          : html`<ul class="versions">
              ${retainers.map((retainer) => retainerCard(retainer, this.side, may, this.#changed))}
            </ul>`
      }
      ${this.#mayPay ? html`<div class="actions">${actionButton({ label: t('retainers.propose'), shape: repeat, run: () => openRetainer(this.contractId, this.currency, this.#changed) })}</div>` : nothing}
    </section>`;
  }

  #requests(requests: readonly RefundRequest[]): TemplateResult {
    const isClient = this.side === 'client';
    return html`<section class="card pad stack close">
      <h2>${t('refundRequests.title')}</h2>
      <ul class="paid-lines">
        ${requests.map((request) => {
          const { amount, given, reason, state, createdAt } = request;
          const words = { amount: formatMoney(amount), reason };
          const isAsked = !isClient && state === 'requested';
          return html`<li>
            <span class="grow prose">${isAsked ? t('refundRequests.asked', words) : t('refundRequests.askedBy', words)}</span>
            ${tag(state === 'requested' ? 'warning' : 'neutral', wordsFor('refundRequestState', state) ?? state)}
            <span class="muted small">${timeAgo(createdAt)}</span>${given.amountMinor > 0 ? money(given) : nothing}
            ${
              isAsked
                ? html`<div class="actions">
                    ${actionButton({ label: t('refundRequests.give', { amount: formatMoney(amount) }), shape: undo2, run: () => this.#give(request) }, 'small')}
                    ${actionButton({ label: t('refundRequests.refuse'), shape: x, run: () => this.#refuse(request) }, 'small')}
                  </div>`
                : nothing
            }
          </li>`;
        })}
      </ul>
    </section>`;
  }

  #give({ id, amount }: RefundRequest): void {
    const key = crypto.randomUUID();
    const words = { amount: formatMoney(amount) };
    const question = {
      title: t('refundRequests.giveTitle', words),
      text: t('refundRequests.giveText'),
      confirm: t('refundRequests.give', words),
      isDangerous: true,
    };
    confirmThen(question, async () => {
      await answerRefundRequest(id, { answer: 'give' }, key);
      toast(t('refundRequests.given'));
      this.#changed();
    });
  }

  #refuse({ id, amount }: RefundRequest): void {
    const keyFor = onceKeys();
    const question = {
      title: t('refundRequests.refuseTitle', { amount: formatMoney(amount) }),
      text: t('refundRequests.refuseText'),
      confirm: t('refundRequests.refuse'),
      isRequired: true,
    };
    askReason(question, async ({ words }) => {
      await answerRefundRequest(id, { answer: 'refuse', reason: words }, keyFor(words));
      toast(t('refundRequests.refused'));
      this.#changed();
    });
  }

  #changed = (): void => {
    void this.#load.run();
    this.dispatchEvent(new CustomEvent('contract-changed', { bubbles: true }));
  };
}

define('portal-contract-payments', ContractPayments);
