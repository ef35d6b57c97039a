import { Task } from '@lit/task';
import { memberSorts } from '@portico/api/talent/talent-pools/pool-member.ts';
import type { MemberFacets } from '@portico/api/talent/talent-pools/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { getPoolMembers, type MemberPage, type PoolMember, type TalentPoolDetail } from '../../api/pools.ts';
import { problemWords } from '../../api/problem.ts';
import { dataList } from '../../elements/data-list.ts';
import { noneFit, nothingYet } from '../../elements/empty-state.ts';
import { type Option, selectField } from '../../elements/field.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { searchField } from '../../elements/search-field.ts';
import { failed, loading } from '../../elements/states.ts';
import { users } from '../../icons/icons.generated.ts';
import { currentQuery, href, replaceQuery } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { countryName, formatDate, formatNumber } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { poolStyles } from '../../styles/pools.ts';
import { bulkActions } from './board-actions.ts';
import { type BoardName, type BoardQuery, boardQueryOf, toApi, toUrl } from './board-query.ts';
import { memberColumns } from './member-columns.ts';

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
const nextWeekHours = '20';

/** Members of one pool against their next eight weeks; every filter stands in the address. */
class PoolBoard extends PortalElement {
  static override pageStyles = [poolStyles];
  static override properties = {
    pool: { attribute: false },
    filter: { state: true },
    chosen: { state: true },
    more: { state: true },
  };
  declare pool: TalentPoolDetail;
  declare filter: BoardQuery;
  declare chosen: readonly string[];
  declare more: readonly MemberPage[];

  #load = new Task(this, {
    args: () => [this.pool.id, this.filter] as const,
    task: ([id, filter], { signal }) => getPoolMembers(id, toApi(filter, timeZone), signal),
    onComplete: () => {
      this.more = [];
    },
  });

  readonly #address = location.pathname;

  constructor() {
    super();
    this.filter = boardQueryOf(currentQuery());
    this.chosen = [];
    this.more = [];
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.#load.taskComplete.catch(() => {});
    return done;
  }

  /** An answer may come while the next page is being loaded, whose address is not this board's to change. */
  protected override updated(): void {
    if (location.pathname === this.#address) replaceQuery(toUrl(this.filter));
  }

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${this.#filters(known?.facets ?? null)}
    ${this.#load.render({
      pending: () => (known ? this.#found(known) : html`<div class="card">${loading(8)}</div>`),
      error: (problem) => failed(problem, () => void this.#load.run()),
      complete: (page) => this.#found(page),
    })}`;
  }

  #filters(facets: MemberFacets | null): TemplateResult {
    const { isKept } = this.pool;
    const choices = (values: MemberFacets['skill'] | undefined, wordOf: (value: string, label: string) => string) => [
      { value: '', label: t('poolBoard.any') },
      ...(values ?? []).map(({ value, label, count }) => ({
        value,
        label: `${wordOf(value, label)} (${formatNumber(count)})`,
      })),
    ];
    const weeks: Option[] = [
      { value: '', label: t('poolBoard.anyWeek') },
      ...(facets?.free ?? []).map(({ value, label, count }) => ({
        value,
        label: `${weekName(value, label)} (${formatNumber(count)})`,
      })),
    ];
    return html`<div class="pool-filters" role="group" aria-label=${t('pool.board')}>
      <div class="wide">${searchField(t('poolBoard.search'), this.filter.q ?? '', (q) => this.#set('q', q))}</div>
      ${this.#select('week', t('poolBoard.week'), weeks, this.filter.minHours ? (this.filter.week ?? '1') : '')}
      ${this.#select('minHours', t('poolBoard.minHours'), [
        { value: '', label: t('poolBoard.any') },
        ...['8', '16', '20', '30', '40'].map((value) => ({
          value,
          label: `≥ ${t('poolBoard.hours', { hours: value })}`,
        })),
      ])}
      ${this.#select(
        'skill',
        t('poolBoard.skill'),
        choices(facets?.skill, (_, label) => label),
      )}
      ${this.#select(
        'country',
        t('poolBoard.country'),
        choices(facets?.country, (value) => countryName(value)),
      )}
      ${this.#select('rateMax', t('poolBoard.rateMax'), [
        { value: '', label: t('poolBoard.any') },
        ...[40, 60, 80, 100, 150].map((rate) => ({ value: String(rate * 100), label: formatNumber(rate) })),
      ])}
      ${this.#select('overlapHours', t('poolBoard.overlap'), [
        { value: '', label: t('poolBoard.any') },
        ...['2', '4', '6'].map((value) => ({ value, label: `≥ ${t('poolBoard.hours', { hours: value })}` })),
      ])}
      ${
        isKept
          ? html`${this.#select(
              'tag',
              t('poolBoard.tag'),
              choices(facets?.tag, (_, label) => label),
            )}
            ${this.#select(
              'state',
              t('poolBoard.state'),
              (facets?.state ?? []).map(({ value, count }) => ({
                value: value === 'active' ? '' : value,
                label: `${wordsFor('poolMemberState', value) ?? value} (${formatNumber(count)})`,
              })),
            )}`
          : nothing
      }
    </div>`;
  }

  #select(name: BoardName, label: string, choices: readonly Option[], value = this.filter[name] ?? ''): TemplateResult {
    return selectField({ id: `board-${name}`, label, value, choices, onChange: (chosen) => this.#set(name, chosen) });
  }

  /** A week without hours asks nothing, and hours without a week ask of the next. */
  #set(name: BoardName, value: string): void {
    const filter: Partial<Record<BoardName, string>> = { ...this.filter, [name]: value || undefined };
    if (name === 'week' && value !== '' && !filter.minHours) filter.minHours = nextWeekHours;
    if (name === 'week' && value === '') delete filter.minHours;
    if (!filter.minHours && name === 'minHours') delete filter.week;
    this.chosen = [];
    this.filter = boardQueryOf(toUrl(filter));
  }

  #found(first: MemberPage): TemplateResult {
    const rows = [first, ...this.more].flatMap(({ items }) => items);
    const { nextCursor } = this.more.at(-1) ?? first;
    const isFree = this.filter.minHours !== undefined;
    const isFiltered = toUrl({ ...this.filter, sort: undefined }).size > 0;
    return html`<div class="pool-result">
        <div class="row">
          <strong role="status">${t('poolBoard.found', { n: first.total })}</strong>
          <button class="button small" type="button" aria-pressed=${String(isFree && (this.filter.week ?? '1') === '1')} @click=${() => this.#freeNextWeek()}>${t('poolBoard.freeNextWeek')}</button>
          ${isFiltered ? html`<button class="button plain small" type="button" @click=${() => this.#clear()}>${t('pool.clear')}</button>` : nothing}
        </div>
        ${selectField({
          id: 'board-sort',
          label: t('poolBoard.sort'),
          value: this.filter.sort ?? 'name',
          choices: memberSorts
            .filter((sort) => this.pool.isKept || (sort !== 'rating' && sort !== 'score'))
            .map((value) => ({ value, label: wordsFor('poolSort', value) ?? value })),
          onChange: (sort) => this.#set('sort', sort === 'name' ? '' : sort),
        })}
      </div>
      <div class="card">${rows.length > 0 ? this.#list(rows, nextCursor) : this.#none(isFiltered)}</div>`;
  }

  #list(rows: readonly PoolMember[], nextCursor: string | null): TemplateResult {
    return dataList<PoolMember>({
      name: this.pool.isKept ? 'pool-members' : 'vetted-members',
      label: this.pool.name,
      columns: memberColumns({
        pathOf: ({ freelancerId }) => `/pools/${this.pool.id}/members/${freelancerId}`,
        week: Number(this.filter.week ?? 1),
        isKept: this.pool.isKept,
        hasVetted: rows.some(({ vetting }) => vetting !== null),
      }),
      rows,
      keyOf: ({ freelancerId }) => freelancerId,
      nameOf: ({ name }) => name,
      chosen: this.chosen,
      onChoose: (chosen) => {
        this.chosen = chosen;
      },
      bulk: (chosen) =>
        bulkActions(
          this.pool,
          rows.filter(({ freelancerId }) => chosen.includes(freelancerId)),
          () => {
            this.chosen = [];
            void this.#load.run();
          },
        ),
      footer: nextCursor
        ? html`<button class="button small" type="button" @click=${() => void this.#loadMore(nextCursor)}>${t('shell.more')}</button>`
        : nothing,
    });
  }

  #none(isFiltered: boolean): TemplateResult {
    return isFiltered
      ? noneFit(users, t('pool.noneFit'), t('pool.noneFitText'), () => this.#clear())
      : nothingYet({
          shape: users,
          title: t('pool.noMembers'),
          text: t('pool.noMembersText'),
          next: {
            for: 'hirer',
            may: this.pool.mayEdit,
            action: html`<a class="button primary" href=${href('/talent')}>${t('pool.findTalent')}</a>`,
          },
        });
  }

  #freeNextWeek(): void {
    const isOn = this.filter.minHours !== undefined && (this.filter.week ?? '1') === '1';
    const { week: _, minHours: __, ...rest } = this.filter;
    this.chosen = [];
    this.filter = isOn ? rest : { ...rest, week: '1', minHours: nextWeekHours };
  }

  #clear(): void {
    this.chosen = [];
    this.filter = this.filter.sort ? { sort: this.filter.sort } : {};
  }

  async #loadMore(cursor: string): Promise<void> {
    try {
      const query = { ...toApi(this.filter, timeZone), cursor, facets: false };
      this.more = [...this.more, await getPoolMembers(this.pool.id, query)];
    } catch (problem) {
      toast(problemWords(problem));
    }
  }
}

function weekName(value: string, monday: string): string {
  if (value === '0') return t('poolBoard.thisWeek');
  return value === '1' ? t('poolBoard.nextWeek') : t('poolBoard.weekOf', { date: formatDate(monday) });
}

define('portal-pool-board', PoolBoard);
