import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { getHowWePay } from '../../api/payments.ts';
import {
  cancelSubscription,
  changeSubscription,
  getPlan,
  resumeSubscription,
  type TenantPlan,
} from '../../api/plan.ts';
import { problemWords } from '../../api/problem.ts';
import { actionButton } from '../../elements/action-button.ts';
import { confirmThen } from '../../elements/dialog.ts';
import { exactMoney, money } from '../../elements/money-field.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { sandboxNote } from '../../elements/sandbox-note.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import { icon } from '../../icons/icon.ts';
import { check, circleAlert, info } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { loadSession } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { formatDate, formatMoney } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { onboardingStyles } from '../../styles/onboarding.ts';
import { openChangeMethod, openSubscribe } from './subscribe-dialog.ts';

/** What each plan opens and costs, what is charged next, and what was. */
class PlanPage extends PortalElement {
  static override pageStyles = [onboardingStyles];

  #load = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => {
      const page = await getPlan(signal);
      const methods = page.mayManage ? (await getHowWePay(signal)).methods.filter(({ isUsable }) => isUsable) : [];
      return { page, methods };
    },
  });

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${pageHead(t('plan.title'), t('plan.lead'))}
      ${this.#load.render({
        pending: () => (known ? this.#whole(known.page) : html`<div class="card">${loading(8)}</div>`),
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: ({ page }) => this.#whole(page),
      })}`;
  }

  #whole(page: TenantPlan): TemplateResult {
    return html`<div class="stack">
      ${sandboxNote(page.isSandbox)} ${this.#standing(page)}
      <div class="plans">${page.offers.map((offer) => this.#offer(page, offer))}</div>
      <p class="muted small">${t('plan.rule')}</p>
      ${this.#charges(page)}
    </div>`;
  }

  #standing({ subscription, mayManage }: TenantPlan): TemplateResult | typeof nothing {
    if (!subscription) return nothing;
    const { state, nextCharge, cancelsAtEnd, periodEnd, graceUntil, refusal, methodLabel, interval, nextInterval } =
      subscription;
    return html`<section class="card pad stack">
      <h2>${t('plan.subscription')}</h2>
      ${state === 'pastDue' ? notice('warning', circleAlert, html`<p>${t('plan.pastDue', { date: graceUntil ? formatDate(graceUntil) : '', reason: wordsFor('refusalReason', refusal ?? '') ?? (refusal ?? '').replaceAll('_', ' ') })}</p>`) : nothing}
      ${state === 'pending' ? notice('info', info, html`<p>${t('plan.pending')}</p>`) : nothing}
      <dl class="facts">
        <dt>${t('plan.every')}</dt><dd>${wordsFor('planInterval', interval)}${nextInterval !== interval ? html` <span class="muted">${t('plan.then', { interval: wordsFor('planInterval', nextInterval) ?? nextInterval })}</span>` : nothing}</dd>
        <dt>${t('plan.method')}</dt><dd>${methodLabel}</dd>
        ${periodEnd ? html`<dt>${t('plan.paidUntil')}</dt><dd>${formatDate(periodEnd)}</dd>` : nothing}
        ${nextCharge ? html`<dt>${t('plan.nextCharge')}</dt><dd>${money(nextCharge.total)} <span class="muted small">${t('plan.on', { date: formatDate(nextCharge.at) })}${nextCharge.tax.amountMinor > 0 ? ` · ${t('plan.withTax', { tax: formatMoney(nextCharge.tax) })}` : ''}</span></dd>` : nothing}
      </dl>
      ${cancelsAtEnd && periodEnd ? notice('info', info, html`<p>${t('plan.endsOn', { date: formatDate(periodEnd) })}</p>`) : nothing}
      ${
        mayManage
          ? html`<div class="row no-print">
              ${actionButton({ label: t('plan.changeMethod'), run: this.#changeMethod })}
              ${actionButton({ label: t(nextInterval === 'month' ? 'plan.toYear' : 'plan.toMonth'), run: () => void this.#do(() => changeSubscription({ interval: nextInterval === 'month' ? 'year' : 'month' })) })}
              ${cancelsAtEnd ? actionButton({ label: t('plan.resume'), kind: 'primary', run: () => void this.#do(resumeSubscription) }) : actionButton({ label: t('plan.cancel'), run: this.#cancel })}
            </div>`
          : nothing
      }
    </section>`;
  }

  #offer(page: TenantPlan, { plan, features, prices, isByAgreement }: TenantPlan['offers'][number]): TemplateResult {
    const isCurrent = page.plan === plan;
    return html`<section class="card ${isCurrent ? 'current' : ''}">
      <h2 class="row"><span class="grow">${wordsFor('planName', plan)}</span>${isCurrent ? tag('success', t('plan.current')) : nothing}</h2>
      <p class="price">${prices ? t('plan.perMonth', { price: formatMoney(prices.month.amount) }) : t(isByAgreement ? 'plan.byAgreement' : 'plan.free')}</p>
      ${prices ? html`<p class="muted small">${t('plan.perYear', { price: formatMoney(prices.year.amount) })}</p>` : nothing}
      <ul>
        ${plan === 'basic' ? html`<li>${icon(check)}${t('plan.basicOpens')}</li>` : nothing}
        ${features.map((feature) => html`<li>${icon(check)}${wordsFor('planFeature', feature)}</li>`)}
      </ul>
      ${plan === 'pro' && page.plan === 'basic' && !page.subscription ? this.#subscribe(page) : nothing}
      ${plan === 'enterprise' && page.plan !== 'enterprise' ? html`<p class="muted small">${t('plan.askOperator')}</p>` : nothing}
    </section>`;
  }

  #subscribe(page: TenantPlan): TemplateResult {
    if (!page.mayManage) return html`<p class="muted small">${t('plan.askOwner')}</p>`;
    if (this.#load.value?.methods.length === 0)
      return html`<a class="button primary" href=${href('/billing/methods')}>${t('plan.addMethod')}</a>`;
    return actionButton({
      label: t('plan.subscribe'),
      kind: 'primary',
      run: () => openSubscribe(page, this.#load.value!.methods, this.#changed),
    });
  }

  #charges({ charges }: TenantPlan): TemplateResult | typeof nothing {
    if (charges.length === 0) return nothing;
    return html`<section class="card">
      <header><h2>${t('plan.charges')}</h2><a href=${href('/billing/invoices')}>${t('invoices.title')}</a></header>
      <table class="table cards" aria-label=${t('plan.charges')}>
        <thead><tr><th scope="col">${t('plan.period')}</th><th scope="col">${t('room.state')}</th><th scope="col" class="end">${t('room.amount')}</th></tr></thead>
        <tbody>
          ${charges.map(
            ({ startsAt, endsAt, state, total, paymentId }) => html`<tr>
              <td>${paymentId ? html`<a href=${href(`/billing/payments/${paymentId}`)}>${formatDate(startsAt)} – ${formatDate(endsAt)}</a>` : html`${formatDate(startsAt)} – ${formatDate(endsAt)}`}</td>
              <td>${tag(chargeKinds[state], wordsFor('planCharge', state) ?? state)}</td>
              <td class="end" data-label=${t('room.amount')}>${exactMoney(total)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </section>`;
  }

  readonly #changed = (): void => {
    void this.#load.run();
    // What the plan opens is seen at once.
    void loadSession();
  };

  readonly #changeMethod = (): void => {
    const { page, methods } = this.#load.value!;
    openChangeMethod(page, methods, this.#changed);
  };

  readonly #cancel = (): void => {
    const date = formatDate(this.#load.value!.page.subscription!.periodEnd ?? '');
    confirmThen(
      {
        title: t('plan.cancelTitle'),
        text: t('plan.cancelText', { date }),
        confirm: t('plan.cancel'),
        isDangerous: true,
      },
      async () => {
        await cancelSubscription();
        this.#changed();
      },
    );
  };

  async #do(command: () => Promise<TenantPlan>): Promise<void> {
    try {
      await command();
      this.#changed();
    } catch (problem) {
      toast(problemWords(problem));
    }
  }
}

const chargeKinds = { charging: 'info', paid: 'success', failed: 'danger' } as const;

define('portal-plan-page', PlanPage);
