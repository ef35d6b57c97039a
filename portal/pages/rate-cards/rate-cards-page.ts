import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { problemWords } from '../../api/problem.ts';
import { getSkillCategories } from '../../api/skills.ts';
import {
  decideRateException,
  getRateCards,
  getRateExceptions,
  type RateCardWire,
  type RateException,
  withdrawRateException,
} from '../../api/spending.ts';
import { type Column, dataList } from '../../elements/data-list.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { money } from '../../elements/money-field.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { failed, loading } from '../../elements/states.ts';
import { rateExceptionStatus } from '../../elements/status.ts';
import { icon } from '../../icons/icon.ts';
import { gauge, plus } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { countryName, exactMoneyWords, formatDate, formatMoney } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { openAskException } from './ask-exception-dialog.ts';
import { type Category, openRateCard } from './rate-card-dialog.ts';

type Loaded = {
  cards: RateCardWire[];
  mayChange: boolean;
  exceptions: RateException[];
  categories: readonly Category[];
};

class RateCardsPage extends PortalElement {
  #load = new Task(this, {
    args: () => [],
    task: async (_, { signal }): Promise<Loaded> => {
      const [{ items: cards, mayChange }, exceptions, categories] = await Promise.all([
        getRateCards(signal),
        getRateExceptions(signal),
        getSkillCategories(signal),
      ]);
      return { cards, mayChange, exceptions, categories };
    },
  });

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${pageHead(t('rateCards.title'), t('rateCards.lead'), known?.mayChange && known.cards.length > 0 ? this.#new(known.categories) : nothing)}
      ${this.#load.render({
        pending: () => html`<div class="card">${loading(8)}</div>`,
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (loaded) => this.#page(loaded),
      })}`;
  }

  #page({ cards, mayChange, exceptions, categories }: Loaded): TemplateResult {
    return html`<div class="stack">
      <div class="card">
        ${
          cards.length === 0
            ? nothingYet({
                shape: gauge,
                title: t('rateCards.none'),
                text: t('rateCards.noneText'),
                next: { for: 'payer', may: mayChange, action: this.#new(categories) },
              })
            : dataList<RateCardWire>({
                name: 'rateCards',
                label: t('rateCards.title'),
                columns: [...cardColumns(categories), ...(mayChange ? [this.#change(categories)] : [])],
                rows: cards,
                keyOf: ({ id }) => id,
                nameOf: ({ title }) => title,
              })
        }
      </div>
      <section class="card" aria-labelledby="exceptions">
        <header><h2 id="exceptions">${t('rateCards.exceptions')}</h2>${this.#ask(cards)}</header>
        ${
          exceptions.length === 0
            ? html`<p class="pad muted">${t('rateCards.noExceptions')}</p>`
            : dataList<RateException>({
                name: 'rateExceptions',
                label: t('rateCards.exceptions'),
                columns: [...exceptionColumns(), this.#decide()],
                rows: exceptions,
                keyOf: ({ id }) => id,
                nameOf: ({ role }) => role,
              })
        }
      </section>
    </div>`;
  }

  #new(categories: readonly Category[]): TemplateResult {
    const open = () => openRateCard(categories, undefined, () => void this.#load.run());
    return html`<button class="button primary" type="button" @click=${open}>${icon(plus)}${t('rateCards.new')}</button>`;
  }

  #ask(cards: readonly RateCardWire[]): TemplateResult | typeof nothing {
    if (!(mayOpen('offerer') || mayOpen('payer')) || !cards.some(({ isActive }) => isActive)) return nothing;
    const open = () => openAskException(cards, {}, () => void this.#load.run());
    return html`<button class="button small" type="button" @click=${open}>${t('rateCards.ask')}</button>`;
  }

  #change(categories: readonly Category[]): Column<RateCardWire> {
    const open = (card: RateCardWire) => openRateCard(categories, card, () => void this.#load.run());
    return {
      id: 'change',
      label: '',
      isPlain: true,
      cell: (card) =>
        html`<button class="button small" type="button" @click=${() => open(card)}>${t('rateCards.edit')}</button>`,
    };
  }

  #decide(): Column<RateException> {
    return { id: 'decide', label: '', isPlain: true, cell: (one) => this.#decision(one) };
  }

  #decision({ id, mayDecide, mayWithdraw, approvalId, state, role }: RateException): TemplateResult | typeof nothing {
    if (approvalId && state === 'requested')
      return html`<a class="small" href=${href(`/approvals/${approvalId}`)}>${t('rateCards.decidedByRule')}</a>`;
    const reject = () =>
      askReason(
        {
          title: role,
          text: t('rateCards.rejectText'),
          confirm: t('rateCards.reject'),
          isRequired: true,
          isDangerous: true,
        },
        async ({ words }) => {
          await decideRateException(id, 'rejected', words);
          await this.#load.run();
        },
      );
    return html`<div class="row">
      ${
        mayDecide
          ? html`<button class="button small primary" type="button" @click=${() => void this.#act(() => decideRateException(id, 'approved'))}>${t('rateCards.approve')}</button>
              <button class="button small" type="button" @click=${reject}>${t('rateCards.reject')}</button>`
          : nothing
      }
      ${mayWithdraw ? html`<button class="button small" type="button" @click=${() => void this.#act(() => withdrawRateException(id))}>${t('rateCards.withdraw')}</button>` : nothing}
    </div>`;
  }

  async #act(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      await this.#load.run();
    } catch (problem) {
      toast(problemWords(problem));
    }
  }
}

function forWords(card: RateCardWire, categories: readonly Category[]): string {
  const { categoryId, skill, level, country } = card;
  const category = categories.find(({ id }) => id === categoryId)?.name;
  const words = [category, skill, level && t(`rateLevel.${level}`), country && countryName(country)].filter(Boolean);
  return words.length > 0 ? words.join(' · ') : t('rateCards.anyCategory');
}

const cardColumns = (categories: readonly Category[]): readonly Column<RateCardWire>[] => [
  { id: 'title', label: t('rateCards.name'), isLead: true, cell: ({ title }) => html`<strong>${title}</strong>` },
  { id: 'for', label: t('rateCards.for'), cell: (card) => forWords(card, categories) },
  {
    id: 'range',
    label: t('rateCards.range'),
    isEnd: true,
    cell: ({ min, max }) => html`<span class="money">${exactMoneyWords(min)} – ${exactMoneyWords(max)}</span>`,
  },
  {
    id: 'validity',
    label: t('rateCards.validity'),
    cell: ({ validFrom, validThrough, isActive }) =>
      isActive
        ? validThrough
          ? t('rateCards.through', { from: formatDate(validFrom), through: formatDate(validThrough) })
          : t('rateCards.from', { from: formatDate(validFrom) })
        : t('costCenters.rests'),
  },
  { id: 'version', label: t('rateCards.version'), isEnd: true, isWide: true, cell: ({ version }) => version },
];

const exceptionColumns = (): readonly Column<RateException>[] => [
  {
    id: 'role',
    label: t('rateCards.for'),
    isLead: true,
    cell: ({ role, freelancer, reason }) =>
      html`<strong>${role}: ${freelancer.name}</strong><div class="muted small">${reason}</div>`,
  },
  { id: 'state', label: t('jobPost.state'), isPlain: true, cell: ({ state }) => rateExceptionStatus(state) },
  {
    id: 'rate',
    label: t('rateCards.range'),
    isEnd: true,
    cell: ({ rate, card }) =>
      html`${money(rate)}<div class="muted small">${t('rateCards.aboveCard', { amount: formatMoney(card.max) })}</div>`,
  },
  {
    id: 'until',
    label: t('rateCards.validity'),
    cell: ({ validThrough, requestedBy }) =>
      html`${t('rateCards.until', { date: formatDate(validThrough) })}<div class="muted small">${requestedBy}</div>`,
  },
];

define('portal-rate-cards-page', RateCardsPage);
