import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { getPools, getSharedMembers, type TalentPool } from '../../api/pools.ts';
import { countTabs } from '../../elements/count-tabs.ts';
import { noneFit, nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { empty, failed, loading } from '../../elements/states.ts';
import { icon } from '../../icons/icon.ts';
import { archive, badgeCheck, lock, plus, users } from '../../icons/icons.generated.ts';
import { currentQuery, href, replaceQuery } from '../../router.ts';
import { hasFeature } from '../../shell/session.ts';
import { t } from '../../strings/strings.ts';
import { poolStyles } from '../../styles/pools.ts';
import { openNewPool } from './pool-dialog.ts';

type Shown = 'active' | 'archived';

/** Where a company keeps people at hand, and where a Pro client finds vetted ones. */
class PoolsPage extends PortalElement {
  static override pageStyles = [poolStyles];
  static override properties = { shown: { state: true } };
  declare shown: Shown;

  #load = new Task(this, {
    args: () => [this.shown] as const,
    task: async ([shown], { signal }) => {
      if (!hasFeature('vettedTalent')) return undefined;
      const [pools, shared] = await Promise.all([getPools(shown, signal), getSharedMembers(signal)]);
      return { ...pools, shared: shared.length };
    },
  });

  constructor() {
    super();
    this.shown = currentQuery().get('show') === 'archived' ? 'archived' : 'active';
  }

  protected override updated(): void {
    replaceQuery(new URLSearchParams(this.shown === 'archived' ? { show: 'archived' } : {}));
  }

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${pageHead(
      t('pools.title'),
      t('pools.lead'),
      known?.mayCreate && known.items.some(({ owner }) => owner === 'tenant') ? newPool() : nothing,
    )}
    ${this.#load.render({
      pending: () => (known ? this.#pools(known) : html`<div class="card">${loading()}</div>`),
      error: (problem) => failed(problem, () => void this.#load.run()),
      complete: (found) => (found ? this.#pools(found) : plan()),
    })}`;
  }

  #pools({ items, shared, mayCreate }: { items: TalentPool[]; shared: number; mayCreate: boolean }): TemplateResult {
    const own = items.filter(({ owner }) => owner === 'tenant');
    const vetted = items.filter(({ owner }) => owner === 'installation');
    const keeps = hasFeature('talentPools');
    return html`<div class="stack">
      ${
        vetted.length > 0 && this.shown === 'active'
          ? html`<section class="stack close">
              <div><h2 class="row">${icon(badgeCheck)}${t('pools.vetted')}</h2><p class="muted">${t('pools.vettedLead')}</p></div>
              <div class="pool-cards">${vetted.map(card)}</div>
            </section>`
          : nothing
      }
      ${
        keeps
          ? html`<section class="stack close">
              <div class="pool-result"><h2>${t('pools.own')}</h2>
              ${countTabs<Shown>(
                t('poolBoard.state'),
                this.shown,
                [
                  { value: 'active', label: t('pools.active') },
                  { value: 'archived', label: t('pools.archived') },
                ],
                (shown) => {
                  this.shown = shown;
                },
              )}</div>
              ${
                own.length > 0
                  ? html`<div class="pool-cards">${own.map(card)}</div>`
                  : html`<div class="card">${
                      this.shown === 'archived'
                        ? noneFit(
                            archive,
                            t('pools.noneArchived'),
                            t('pools.noneArchivedText'),
                            () => {
                              this.shown = 'active';
                            },
                            t('pools.active'),
                          )
                        : nothingYet({
                            shape: users,
                            title: t('pools.none'),
                            text: t('pools.noneText'),
                            next: { for: 'hirer', may: mayCreate, action: newPool() },
                          })
                    }</div>`
              }
            </section>`
          : nothing
      }
      ${
        shared > 0
          ? html`<section class="stack close">
              <h2>${t('pools.sharedTitle')}</h2>
              <div class="pool-cards"><a class="card pool-card quiet" href=${href('/pools/shared')}>
                <h3>${t('pools.sharedTitle')}</h3>
                <p class="muted">${t('poolBoard.found', { n: shared })}</p>
              </a></div>
            </section>`
          : nothing
      }
    </div>`;
  }
}

const card = ({ id, name, description, memberCount, invitedCount, admitsFirstContract }: TalentPool) =>
  html`<a class="card pool-card quiet" href=${href(`/pools/${id}`)}>
    <h3>${name}</h3>
    ${description ? html`<p>${description}</p>` : nothing}
    <p class="muted">
      ${t('pools.members', { n: memberCount })}${invitedCount > 0 ? html` · ${t('pools.invited', { n: invitedCount })}` : nothing}
    </p>
    ${admitsFirstContract ? html`<p class="muted small">${t('pools.firstContract')}</p>` : nothing}
  </a>`;

/** What a larger plan opens, for whom it is closed. */
const newPool = () =>
  html`<button class="button primary" type="button" @click=${openNewPool}>${icon(plus)}${t('pools.new')}</button>`;

const plan = () =>
  html`<div class="card">${empty(lock, t('pools.planTitle'), t('pools.planText'), html`<a class="button primary" href=${href('/settings/plan')}>${t('pools.planAction')}</a>`)}</div>`;

define('portal-pools-page', PoolsPage);
