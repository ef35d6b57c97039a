import type { TalentPool as Pool, PoolMember } from '@portico/api/talent/talent-pools/schema.ts';
import { html, nothing } from 'lit-html';
import type { Api } from '../core/api.ts';
import { errorNotice } from '../core/error-notice.ts';
import { formatDate, formatMoney, nameOf } from '../core/formats.ts';
import type { HireError } from '../core/hire-error.ts';
import { fill, plural } from '../core/locale.ts';
import { type MemberSort, memberSorts, type TalentPoolStrings } from './strings.ts';

export type MemberPage = {
  total: number;
  items: PoolMember[];
  nextCursor: string | null;
  facets: { skill: { value: string; label: string; count: number }[] } | null;
};
export type Wish = { query?: string; skill?: string; minHours?: string; sort?: MemberSort };

/** What the parts of the widget see of it. */
export type PoolView = {
  readonly strings: TalentPoolStrings;
  readonly language: string;
  readonly api: Api;
  readonly root: ShadowRoot;
  readonly pools: readonly Pool[] | undefined;
  readonly page: MemberPage | undefined;
  readonly skills: NonNullable<MemberPage['facets']>['skill'];
  readonly poolId: string | undefined;
  readonly query: string | undefined;
  readonly skill: string | undefined;
  readonly minHours: string | undefined;
  readonly sort: MemberSort;
  readonly isBusy: boolean;
  readonly opened: string | undefined;
  readonly failure: { error: HireError; retry: () => void } | undefined;
  readonly mayNote: boolean;
  readonly mayOffer: boolean;
  choose(poolId: string): void;
  wish(wish: Wish): void;
  more(): void;
  open(member: PoolMember): void;
  close(): void;
  offer(member: PoolMember): void;
  took(member: PoolMember): void;
  fail(reason: unknown, retry?: () => void): HireError;
  update(): void;
  readonly updateComplete: Promise<void>;
};

const chosen = ({ target }: Event) => (target as HTMLInputElement).value;

export function poolView(view: PoolView, panel: unknown) {
  const { strings, page, language, failure, pools } = view;
  if (pools && !pools.length) return html`<slot name="empty"><p class="notice muted">${strings.noPools}</p></slot>`;
  return html`<form class="row" role="search" part="bar" @submit=${(event: Event) => event.preventDefault()}>
      ${
        // Until they are known a choice without words keeps the place of the choice.
        !pools || pools.length > 1
          ? select(
              strings.pool,
              view.poolId,
              (pools ?? []).map(({ id, name }) => [id, name]),
              view.choose,
            )
          : nothing
      }
      <input
        type="search"
        class="field"
        aria-label=${strings.search}
        placeholder=${strings.search}
        dir="auto"
        .value=${view.query ?? ''}
        @change=${(event: Event) => view.wish({ query: chosen(event) })}
      />
      ${select(
        strings.skill,
        view.skill,
        [
          ['', strings.anySkill],
          ...view.skills.map(({ value, label, count }) => [value, `${label} (${count})`] as const),
        ],
        (skill) => view.wish({ skill }),
      )}
      <button
        type="button"
        aria-pressed=${Boolean(view.minHours)}
        @click=${() => view.wish({ minHours: view.minHours ? '' : '10' })}
      >
        ${strings.freeNextWeek}
      </button>
      ${select(
        strings.sort,
        view.sort,
        memberSorts.map((sort) => [sort, strings.sorts[sort]]),
        (sort) => view.wish({ sort: sort as MemberSort }),
      )}
    </form>
    <p class="muted small" role="status">${page ? plural(language, strings.found, page.total) : ''}</p>
    ${failure ? failureView(view) : nothing}
    <div class=${panel === nothing ? 'board' : 'board split'} aria-busy=${view.isBusy}>
      ${list(view)} ${panel === nothing ? nothing : html`<aside class="card" part="member">${panel}</aside>`}
    </div>`;
}

const select = (
  label: string,
  value: string | undefined,
  choices: readonly (readonly [value: string, label: string])[],
  change: (value: string) => void,
) => html`<select aria-label=${label} @change=${(event: Event) => change(chosen(event))}>
  ${choices.map(([each, words]) => html`<option value=${each} .selected=${each === (value ?? '')}>${words}</option>`)}
</select>`;

function list(view: PoolView) {
  const { page, strings, failure } = view;
  if (!page) return failure ? nothing : skeleton();
  if (!page.items.length) return html`<slot name="empty"><p class="notice muted">${strings.none}</p></slot>`;
  return html`<div class="list">
    <ul class="card" part="list">
      ${page.items.map((member) => row(view, member))}
    </ul>
    ${page.nextCursor ? html`<button @click=${view.more}>${strings.more}</button>` : nothing}
  </div>`;
}

function row(view: PoolView, member: PoolMember) {
  const { strings, language } = view;
  const { freelancerId, name, headline, photoUrl, country, skills, internal } = member;
  const photo = photoUrl && view.api.address(photoUrl);
  return html`<li class="item" part="item" data-id=${freelancerId} aria-current=${freelancerId === view.opened || nothing}>
    <div class="row spread head">
      <div class="row who">
        ${photo ? html`<img src=${photo} alt="" width="40" height="40" loading="lazy" />` : nothing}
        <div>
          <h2><button class="link large name" @click=${() => view.open(member)}>${name}</button></h2>
          <p class="muted small" dir="auto">${headline} · ${nameOf('region', country, language)}</p>
        </div>
      </div>
      <p class="rate">${rateWords(view, member)}</p>
    </div>
    <p class="small">${[
      vettedWords(view, member),
      skills
        .slice(0, 5)
        .map((skill) => skill.name)
        .join(', '),
    ]
      .filter(Boolean)
      .join(' · ')}</p>
    ${internal?.tags.length ? html`<p class="row small">${internal.tags.map((tag) => html`<span class="tag" dir="auto">${tag}</span>`)}</p>` : nothing}
    <div class="row spread">
      <div class="row">
        ${weeks(view, member)}
        <span class="small">${fill(strings.free, { hours: hours(member.weeks[1]?.freeHours ?? 0, language) })}</span>
      </div>
      ${
        view.mayOffer
          ? html`<button @click=${() => view.offer(member)}>${strings.offer}<span class="sr"> ${name}</span></button>`
          : nothing
      }
      <slot name=${`item-actions:${freelancerId}`}></slot>
    </div>
  </li>`;
}

/** The rate this company agreed, where it holds; else what the profile asks. */
export function rateWords({ strings, language }: PoolView, { internal, hourlyRate }: PoolMember): string {
  const agreed = internal?.agreedRate;
  const rate = agreed?.isValid ? agreed.rate : hourlyRate;
  if (!rate) return '';
  return fill(agreed?.isValid ? strings.agreed : strings.perHour, { rate: formatMoney(rate, language) });
}

export function vettedWords({ strings, language }: PoolView, { vetting }: PoolMember): string {
  if (!vetting?.vettedAt) return '';
  const vetted = fill(strings.vetted, { at: formatDate(vetting.vettedAt, language) });
  return vetting.scoreBand ? `${vetted}, ${strings.bands[vetting.scoreBand]}` : vetted;
}

/** The coming weeks as bars, each with its words. */
function weeks({ strings, language }: PoolView, member: PoolMember) {
  return html`<ol class="weeks">
    ${member.weeks.map(
      ({ startsOn, freeHours, state }) =>
        html`<li class=${state} title=${fill(strings.week, { date: formatDate(startsOn, language), hours: hours(freeHours, language) })}>
          <span class="sr">${fill(strings.week, { date: formatDate(startsOn, language), hours: hours(freeHours, language) })}</span>
        </li>`,
    )}
  </ol>`;
}

const hours = (value: number, language: string) =>
  new Intl.NumberFormat(language, { style: 'unit', unit: 'hour' }).format(value);

export const failureView = ({
  failure,
  strings,
}: Pick<PoolView, 'failure'> & { strings: TalentPoolStrings | undefined }) =>
  html`<slot name="error">${errorNotice(failure!.error, strings, failure!.retry)}</slot>`;

/** Rows about as high as members will be, so that nothing moves when they come. */
export const skeleton = () => html`<div class="card" aria-hidden="true">
  ${Array.from({ length: 4 }, () => html`<div class="bone"></div>`)}
</div>`;
