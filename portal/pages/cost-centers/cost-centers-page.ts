import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { type CostCenter, getCostCenters } from '../../api/spending.ts';
import { type Column, dataList } from '../../elements/data-list.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import { icon } from '../../icons/icon.ts';
import { list, plus, upload } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { t } from '../../strings/strings.ts';
import { openCostCenter, openCostCenterImport } from './cost-center-dialogs.ts';

class CostCentersPage extends PortalElement {
  #load = new Task(this, { args: () => [], task: (_, { signal }) => getCostCenters(signal) });

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${pageHead(t('costCenters.title'), t('costCenters.lead'), known?.mayChange && known.items.length > 0 ? this.#actions(known.items) : nothing)}
      <div class="card">
        ${this.#load.render({
          pending: () => loading(8),
          error: (problem) => html`<div class="pad">${failed(problem, () => void this.#load.run())}</div>`,
          complete: ({ items, mayChange }) => this.#list(items, mayChange),
        })}
      </div>`;
  }

  #list(items: readonly CostCenter[], mayChange: boolean): TemplateResult {
    if (items.length === 0)
      return nothingYet({
        shape: list,
        title: t('costCenters.none'),
        text: t('costCenters.noneText'),
        next: { for: 'payer', may: mayChange, action: html`<div class="actions">${this.#actions(items)}</div>` },
      });
    return dataList<CostCenter>({
      name: 'costCenters',
      label: t('costCenters.title'),
      columns: [...columns(items), ...(mayChange ? [this.#change(items)] : [])],
      rows: inTree(items),
      keyOf: ({ id }) => id,
      nameOf: ({ code }) => code,
    });
  }

  #change(items: readonly CostCenter[]): Column<CostCenter> {
    const open = (center: CostCenter) => openCostCenter(items, center, () => void this.#load.run());
    return {
      id: 'change',
      label: '',
      isPlain: true,
      isEnd: true,
      cell: (center) =>
        html`<button class="button small" type="button" @click=${() => open(center)}>${t('budgets.edit')}</button>`,
    };
  }

  #actions(items: readonly CostCenter[]): TemplateResult {
    const again = () => void this.#load.run();
    return html`<button class="button" type="button" @click=${() => openCostCenterImport(again)}>${icon(upload)}${t('costCenters.import')}</button>
      <button class="button primary" type="button" @click=${() => openCostCenter(items, undefined, again)}>${icon(plus)}${t('costCenters.new')}</button>`;
  }
}

/** Each right below the one it belongs to. */
function inTree(items: readonly CostCenter[]): CostCenter[] {
  const known = new Set(items.map(({ code }) => code));
  const below = Map.groupBy(items, ({ parentCode }) => (parentCode && known.has(parentCode) ? parentCode : ''));
  const from = (code: string): CostCenter[] => (below.get(code) ?? []).flatMap((one) => [one, ...from(one.code)]);
  return from('');
}

function depthOf(items: readonly CostCenter[], { parentCode }: CostCenter): number {
  const parent = items.find(({ code }) => code === parentCode);
  return parent ? 1 + depthOf(items, parent) : 0;
}

const columns = (items: readonly CostCenter[]): readonly Column<CostCenter>[] => [
  {
    id: 'code',
    label: t('costCenters.code'),
    isLead: true,
    cell: (center) => html`<div .style=${`padding-inline-start: ${depthOf(items, center) * 20}px`}>
      <a class="quiet strong" href=${href(`/budgets?costCenter=${encodeURIComponent(center.code)}`)}>${center.code}</a>
      <div class="muted small">${center.name}</div>
    </div>`,
  },
  { id: 'owner', label: t('costCenters.owner'), cell: ({ owner }) => owner?.name ?? t('costCenters.nobody') },
  {
    id: 'teams',
    label: t('costCenters.teams'),
    cell: ({ teams }) => (teams.length > 0 ? teams.join(', ') : t('purchaseOrders.everybody')),
  },
  {
    id: 'active',
    label: t('jobPost.state'),
    isPlain: true,
    cell: ({ isActive }) =>
      isActive ? tag('success', t('costCenters.active')) : tag('neutral', t('costCenters.rests')),
  },
];

define('portal-cost-centers-page', CostCentersPage);
