import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { problemWords } from '../../api/problem.ts';
import {
  type CommitmentQuote,
  type CostCenter,
  getChoices,
  getCostCenters,
  type PurchaseOrderChoice,
  quoteCommitment,
} from '../../api/spending.ts';
import '../../elements/combobox.ts';
import type { Suggestion } from '../../elements/combobox.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { notice } from '../../elements/states.ts';
import { circleAlert, info } from '../../icons/icons.generated.ts';
import { formatMoney } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

/** What is asked about: the terms as they stand, and where they are counted. */
export type OrderTerms = {
  payment: unknown;
  startsOn: string | null;
  endsOn: string | null;
  team: string | null;
  costCenter: string | null;
  offerId: string | null;
};

/** Chooses among open purchase orders, and says what these terms would commit of it and what would stay. */
class OrderField extends PortalElement {
  static override properties = {
    number: { attribute: false },
    terms: { attribute: false },
    currency: { attribute: false },
    error: { attribute: false },
    choose: { attribute: false },
    quote: { state: true },
    problem: { state: true },
  };
  declare number: string;
  declare terms: OrderTerms;
  declare currency: string | undefined;
  declare error: string | undefined;
  declare choose: (number: string) => void;
  declare quote: CommitmentQuote | undefined;
  declare problem: unknown;
  #asked = '';
  #asking: AbortController | undefined;

  protected override willUpdate(_: PropertyValues<this>): void {
    const { payment, ...terms } = this.terms;
    const asked = this.number && payment ? JSON.stringify({ number: this.number, payment, ...terms }) : '';
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#asking?.abort();
    if (asked) void this.#ask(asked);
    else this.quote = undefined;
  }

  protected override render(): TemplateResult {
    return html`${this.number ? html`<p><strong>${t('orderField.chosen', { number: this.number })}</strong></p>` : nothing}
      <portal-combobox
        free
        .fieldId=${'purchaseOrder/number'}
        .label=${this.number ? t('orderField.another') : t('orderField.search')}
        .hint=${t('orderField.hint')}
        .error=${this.error}
        .suggest=${(words: string, signal: AbortSignal) => this.#suggest(words, signal)}
        .choose=${(number: string) => this.choose(number)}
      ></portal-combobox>
      <div role="status">${this.#says()}</div>`;
  }

  #says(): TemplateResult | typeof nothing {
    if (this.problem) return notice('warning', circleAlert, html`<p>${problemWords(this.problem)}</p>`);
    if (!this.quote) return nothing;
    const { commits, left, number, weeks, refusal } = this.quote;
    if (refusal) return notice('warning', circleAlert, html`<p>${refusal.detail}</p>`);
    const words = { amount: formatMoney(commits), number, left: formatMoney(left) };
    const sentence =
      weeks === null ? t('orderField.commits', words) : t('orderField.commitsWeeks', { ...words, weeks });
    return notice('info', info, html`<p><strong>${sentence}</strong></p><p class="small">${t('orderField.fees')}</p>`);
  }

  async #suggest(words: string, signal: AbortSignal): Promise<Suggestion[]> {
    const { team, costCenter } = this.terms;
    const query = { team: team ?? undefined, costCenter: costCenter ?? undefined, currency: this.currency };
    const { items } = await getChoices(query, signal);
    return items.filter((one) => matches(words, [one.number, one.title])).map(suggestionOf);
  }

  async #ask(asked: string): Promise<void> {
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const { payment, ...rest } = JSON.parse(asked);
      const priced =
        payment.kind === 'fixed'
          ? { kind: 'fixed', total: payment.total }
          : { kind: 'hourly', rate: payment.rate, weeklyLimitHours: payment.weeklyLimitHours };
      this.quote = await quoteCommitment({ ...rest, payment: priced }, asking.signal);
      this.problem = undefined;
    } catch (problem) {
      if (!asking.signal.aborted) this.problem = problem;
    }
  }
}

/** Chooses among the company's cost centers. */
class CenterField extends PortalElement {
  static override properties = {
    code: { attribute: false },
    error: { attribute: false },
    choose: { attribute: false },
  };
  declare code: string;
  declare error: string | undefined;
  declare choose: (code: string | null) => void;
  #known: Promise<readonly CostCenter[]> | undefined;

  protected override render(): TemplateResult {
    return html`<portal-combobox
        free
        .fieldId=${'costCenter'}
        .label=${t('jobPost.costCenter')}
        .hint=${this.code ? t('centerField.chosen', { code: this.code }) : t('centerField.search')}
        .error=${this.error}
        .suggest=${(words: string) => this.#suggest(words)}
        .choose=${(code: string) => this.choose(code)}
      ></portal-combobox>
      ${
        this.code
          ? html`<button class="button small" type="button" @click=${() => this.choose(null)}>${t('centerField.chosen', { code: this.code })} ×</button>`
          : nothing
      }`;
  }

  async #suggest(words: string): Promise<Suggestion[]> {
    this.#known ??= getCostCenters().then(({ items }) => items);
    return (await this.#known)
      .filter(({ isActive, code, name }) => isActive && matches(words, [code, name]))
      .slice(0, 12)
      .map(({ code, name }) => ({ value: code, label: code, note: name }));
  }
}

function suggestionOf({ number, title, left, whyNot }: PurchaseOrderChoice): Suggestion {
  const state = whyNot ? t(`whyNotOrder.${whyNot}`) : t('procurement.left', { amount: formatMoney(left) });
  return { value: number, label: [number, title].filter(Boolean).join(' · '), note: state };
}

function matches(words: string, texts: readonly string[]): boolean {
  const wanted = words.toLocaleLowerCase();
  return texts.some((text) => text.toLocaleLowerCase().includes(wanted));
}

define('portal-order-field', OrderField);
define('portal-center-field', CenterField);
