import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { type Budget, type CostCenter, getBudgets, getCostCenters } from '../../api/spending.ts';
import { countTabs } from '../../elements/count-tabs.ts';
import { dataList } from '../../elements/data-list.ts';
import { noneFit, nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { popoverMenu } from '../../elements/popover-menu.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { icon } from '../../icons/icon.ts';
import { ellipsis, percent, plus } from '../../icons/icons.generated.ts';
import { currentQuery, href, replaceQuery } from '../../router.ts';
import { t } from '../../strings/strings.ts';
import { spendingStyles } from '../../styles/spending.ts';
import { budgetColumns } from './budget-columns.ts';
import { openBudgetBehind, openBudgetForm } from './budget-dialogs.ts';

type Shown = 'now' | 'all';
type Loaded = { items: Budget[]; mayChange: boolean; centers: CostCenter[] };

class BudgetsPage extends PortalElement {
  static override pageStyles = [spendingStyles];
  static override properties = { shown: { state: true }, costCenter: { state: true } };
  declare shown: Shown;
  declare costCenter: string;

  #load = new Task(this, {
    args: () => [this.shown, this.costCenter] as const,
    task: async ([when, costCenter], { signal }): Promise<Loaded> => {
      const [{ items, mayChange }, { items: centers }] = await Promise.all([
        getBudgets({ when, costCenter: costCenter || undefined }, signal),
        getCostCenters(signal),
      ]);
      return { items, mayChange, centers };
    },
  });

  constructor() {
    super();
    const query = currentQuery();
    this.shown = query.get('when') === 'all' ? 'all' : 'now';
    this.costCenter = query.get('costCenter') ?? '';
  }

  protected override updated(): void {
    const query = new URLSearchParams(this.shown === 'all' ? { when: 'all' } : {});
    if (this.costCenter) query.set('costCenter', this.costCenter);
    replaceQuery(query);
  }

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${pageHead(t('budgets.title'), t('budgets.lead'), known?.mayChange && known.centers.length > 0 && known.items.length > 0 ? this.#new(known.centers) : nothing)}
      <div class="filter-bar">
        ${countTabs<Shown>(
          t('budgets.period'),
          this.shown,
          [
            { value: 'now', label: t('budgets.now') },
            { value: 'all', label: t('budgets.all') },
          ],
          (shown) => {
            this.shown = shown;
          },
        )}
        ${
          this.costCenter
            ? html`<button class="button small" type="button" @click=${() => this.#clear()}>${t('centerField.chosen', { code: this.costCenter })} ×</button>`
            : nothing
        }
      </div>
      ${this.#load.render({
        pending: () => html`<div class="card">${loading(8)}</div>`,
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (loaded) => this.#list(loaded),
      })}`;
  }

  #list({ items, mayChange, centers }: Loaded): TemplateResult {
    if (items.length === 0 && this.costCenter)
      return html`<div class="card">${noneFit(percent, t('budgets.noneFit'), t('budgets.noneFitText'), () => this.#clear())}</div>`;
    if (items.length === 0)
      return html`<div class="card">${nothingYet({ shape: percent, title: t('budgets.none'), text: t('budgets.noneText'), next: { for: 'payer', may: mayChange, action: centers.length > 0 ? this.#new(centers) : html`<a class="button primary" href=${href('/cost-centers')}>${t('budgets.centersFirst')}</a>` } })}</div>`;
    const item = (label: string, run: () => void) =>
      html`<button class="menu-item" type="button" @click=${run}>${label}</button>`;
    const change = (budget: Budget) => openBudgetForm(centers, budget, () => void this.#load.run());
    const actions = (budget: Budget) =>
      popoverMenu(
        `budget-${budget.id}`,
        html`${icon(ellipsis)}<span class="visually-hidden">${t('budgets.actions', { code: budget.costCenter })}</span>`,
        html`${item(t('budgets.open'), () => openBudgetBehind(budget))}
          ${mayChange ? item(t('budgets.edit'), () => change(budget)) : nothing}`,
        'small plain',
      );
    return html`<div class="card">
        ${dataList<Budget>({
          name: 'budgets',
          label: t('budgets.title'),
          columns: [...budgetColumns(), { id: 'actions', label: '', isPlain: true, cell: actions }],
          rows: items,
          keyOf: ({ id }) => id,
          nameOf: ({ costCenter }) => costCenter,
        })}
      </div>
      <p class="muted small">${t('budgets.forecastHint')}</p>`;
  }

  #new(centers: readonly CostCenter[]): TemplateResult {
    const open = () => openBudgetForm(centers, undefined, () => void this.#load.run());
    return html`<button class="button primary" type="button" @click=${open}>${icon(plus)}${t('budgets.new')}</button>`;
  }

  #clear(): void {
    this.costCenter = '';
  }
}

define('portal-budgets-page', BudgetsPage);
