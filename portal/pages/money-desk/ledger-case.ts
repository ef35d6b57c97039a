import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { getLedgerHealth, verifyLedger } from '../../api/payouts.ts';
import { problemWords } from '../../api/problem.ts';
import { exactMoney } from '../../elements/money-field.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { toast } from '../../shell/toasts.ts';
import { formatNumber } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';

type Health = Awaited<ReturnType<typeof getLedgerHealth>>;

/** How the ledger stands: counts, sums by kind of account, and whether everything holds. */
class LedgerCase extends PortalElement {
  #load = new Task(this, { args: () => [], task: (_, { signal }) => getLedgerHealth(signal) });

  protected override render(): TemplateResult {
    return html`${this.#load.render({
      pending: () => html`<div class="card">${loading()}</div>`,
      error: (problem) => failed(problem, () => void this.#load.run()),
      complete: (health) => this.#page(health),
    })}`;
  }

  #page({ counts, sums, verification }: Health): TemplateResult {
    return html`<div class="stack">
    <dl class="figures">
      <div><dt>${t('desk.transfers')}</dt><dd>${formatNumber(counts.transfers)}</dd></div>
      <div><dt>${t('desk.entries')}</dt><dd>${formatNumber(counts.entries)}</dd></div>
      <div><dt>${t('desk.pending')}</dt><dd>${formatNumber(counts.pending)}</dd></div>
      <div><dt>${t('desk.accounts')}</dt><dd>${formatNumber(counts.accounts)}</dd></div>
    </dl>
    <section class="card">
      <header>
        <h2>${t('desk.verified')}</h2>
        <span class="row">
          ${verdict(verification)}
          ${verification?.finishedAt ? html`<span class="muted small">${timeAgo(verification.finishedAt)}</span>` : nothing}
          <button class="button small" type="button" @click=${() => void this.#verify()}>${t('desk.verify')}</button>
        </span>
      </header>
      ${verification?.firstBroken ? html`<p class="pad">${verification.firstBroken.sentence}</p>` : nothing}
    </section>
    <section class="card">
      <header><h2>${t('desk.balances')}</h2></header>
      <table class="table cards">
        <thead>
          <tr>
            <th scope="col">${t('desk.kind')}</th>
            <th scope="col" class="end">${t('desk.accounts')}</th>
            <th scope="col" class="end">${t('desk.balance')}</th>
          </tr>
        </thead>
        <tbody>
          ${sums
            .filter(({ currency }) => currency.length === 3)
            .map(
              ({ kind, accounts, sum }) => html`<tr>
                <th scope="row">${wordsFor('account', kind) ?? kind}</th>
                <td class="end number" data-label=${t('desk.accounts')}>${formatNumber(accounts)}</td>
                <td class="end" data-label=${t('desk.balance')}>${exactMoney(sum)}</td>
              </tr>`,
            )}
        </tbody>
      </table>
    </section>
  </div>`;
  }

  async #verify(): Promise<void> {
    try {
      await verifyLedger();
      toast(t('desk.verifyAsked'));
      void this.#load.run();
    } catch (problem) {
      toast(problemWords(problem));
    }
  }
}

function verdict(verification: Health['verification']): TemplateResult {
  if (!verification) return tag('neutral', t('desk.neverVerified'));
  switch (verification.state) {
    case 'clean':
      return tag('success', t('desk.whole'));
    case 'broken':
      return tag('danger', t('desk.broken', { n: verification.brokenCount ?? 0 }));
    case 'failed':
      return tag('danger', t('desk.verifyFailed'));
    default:
      return tag('info', t('desk.verifying'));
  }
}

define('portal-ledger-case', LedgerCase);
