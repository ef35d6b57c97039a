import type { PoolMember, PoolMemberDetail } from '@portico/api/talent/talent-pools/schema.ts';
import { html, nothing } from 'lit-html';
import { css } from '../../core/css.ts';
import { formatDate, formatMoney, formatNumber } from '../../core/formats.ts';
import { asHireError, type HireError } from '../../core/hire-error.ts';
import { icon } from '../../core/icon.ts';
import { laterWords } from '../../core/later-words.ts';
import { fill } from '../../core/locale.ts';
import { newKey } from '../../core/new-key.ts';
import { type PoolView, rateWords, vettedWords } from '../pool-view.ts';
import type { MemberPanel } from './later-parts.ts';
import type { MemberStrings } from './strings.ts';

export const styles = css`
  h2:focus {
    outline: none;
  }
  .panel-head {
    flex-wrap: nowrap;
    align-items: baseline;
  }
  .notes > li {
    padding-block: calc(var(--s) * 2);
    border-bottom: var(--line);
    overflow-wrap: anywhere;
  }
  .tag button {
    min-height: 24px;
    padding: 0 var(--s);
  }
  .write {
    flex-wrap: nowrap;
  }
  .wrong {
    color: var(--_danger);
  }
  @media print {
    .write {
      display: none;
    }
  }
`;

const locales: Record<string, () => Promise<{ words: MemberStrings }>> = {
  en: () => import('./locales/en.ts'),
  de: () => import('./locales/de.ts'),
  fr: () => import('./locales/fr.ts'),
  es: () => import('./locales/es.ts'),
  ja: () => import('./locales/ja.ts'),
  ar: () => import('./locales/ar.ts'),
};

/** A member beside the list: what the company knows of them, and may write down. */
export function createMemberPanel(view: PoolView): MemberPanel {
  const says = laterWords(view, 'talent-pool', locales);
  let path = '';
  let shown: PoolMember | undefined;
  let detail: PoolMemberDetail | undefined;
  let refusal: HireError | undefined;
  let isBusy = false;
  let key = newKey();

  function took(member: PoolMemberDetail): void {
    view.took(member);
    if (shown?.freelancerId === member.freelancerId) detail = member;
  }

  /** After every change the member is shown as they are now. */
  async function change(method: 'POST' | 'DELETE', part: string, body?: unknown): Promise<boolean> {
    if (isBusy) return false;
    isBusy = true;
    refusal = undefined;
    view.update();
    try {
      const locale = view.language;
      await view.api.ask(`${path}${part}`, { method, body, locale, headers: { 'idempotency-key': key } });
      key = newKey();
      took(await view.api.ask<PoolMemberDetail>(path, { locale }));
      return true;
    } catch (failed) {
      refusal = view.fail(failed);
      return false;
    } finally {
      isBusy = false;
      view.update();
    }
  }

  async function send(event: SubmitEvent, part: string, name: string): Promise<void> {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).querySelector<HTMLInputElement>('input')!;
    const text = field.value.trim();
    if (text && (await change('POST', part, { [name]: text }))) field.value = '';
  }

  const line = (words: MemberStrings, part: string, name: string, label: string) =>
    html`<form class="row write" @submit=${(event: SubmitEvent) => send(event, part, name)}>
      <input class="field" dir="auto" aria-label=${label} placeholder=${label} />
      <button ?disabled=${isBusy}>${words.add}<span class="sr"> ${label}</span></button>
    </form>`;

  function inside(words: MemberStrings, { internal, notes }: PoolMemberDetail) {
    const { mayNote, language } = view;
    if (!internal) return nothing;
    const { tags, rating } = internal;
    return html`<p class="muted small">${words.internal}</p>
      ${rating ? html`<p>${fill(words.rating, { stars: formatNumber(rating.stars, language) })} <span dir="auto">“${rating.reason}”</span></p>` : nothing}
      <section class="stack" aria-label=${words.tags}>
        <h3>${words.tags}</h3>
        <p class="row">
          ${tags.map(
            (tag) =>
              html`<span class="tag row" dir="auto"
                >${tag}
                ${
                  mayNote
                    ? html`<button
                        class="plain"
                        aria-label=${fill(words.removeTag, { tag })}
                        @click=${() => change('DELETE', `/tags/${encodeURIComponent(tag)}`)}
                      >
                        ×
                      </button>`
                    : nothing
                }</span
              >`,
          )}
        </p>
        ${mayNote ? line(words, '/tags', 'tag', words.addTag) : nothing}
      </section>
      <section class="stack" aria-label=${words.notes}>
        <h3>${words.notes}</h3>
        ${
          notes.length
            ? html`<ul class="notes">
                ${notes.map(
                  ({ text, author, createdAt }) =>
                    html`<li>
                      <p dir="auto">${text}</p>
                      <p class="muted small"><bdi>${author.name}</bdi>, ${formatDate(createdAt, language)}</p>
                    </li>`,
                )}
              </ul>`
            : html`<p class="muted small">${words.noNotes}</p>`
        }
        ${mayNote ? line(words, '/notes', 'text', words.addNote) : nothing}
      </section>`;
  }

  return {
    async show(poolId, member) {
      shown = member;
      detail = refusal = undefined;
      path = `/v1/talent/pools/${poolId}/members/${member.freelancerId}`;
      await says.speak();
      view.update();
      await view.updateComplete;
      view.root.querySelector<HTMLElement>('aside h2')?.focus();
      try {
        took(await view.api.ask<PoolMemberDetail>(path, { locale: view.language }));
      } catch (failed) {
        refusal = asHireError(failed);
      }
      view.update();
    },

    render() {
      const { strings, language } = view;
      const member = detail ?? shown;
      const words = says.now();
      if (!member || !words) return html`<div class="bone"></div>`;
      const { contracts, spend, lastWorkedAt } = member.withUs;
      return html`<div class="stack" aria-busy=${isBusy || !(detail || refusal)}>
        <div class="row spread panel-head">
          <h2 tabindex="-1">${member.name}</h2>
          <button class="plain" @click=${view.close}>${icon('close')}${strings.close}</button>
        </div>
        <p dir="auto">${member.headline}</p>
        <p><b>${rateWords(view, member)}</b></p>
        <p class="small">
          ${[vettedWords(view, member), words.admitted[member.admittedBy], member.since ? fill(words.since, { at: formatDate(member.since, language) }) : ''].filter(Boolean).join(' · ')}
        </p>
        <p class="small">${member.skills.map(({ name }) => name).join(', ')}</p>
        <section class="stack" aria-label=${words.withUs}>
          <h3>${words.withUs}</h3>
          <p>
            ${
              contracts
                ? [
                    fill(words.contracts, { n: formatNumber(contracts, language) }),
                    ...spend.map((sum) => formatMoney(sum, language)),
                    lastWorkedAt ? fill(words.lastWorked, { at: formatDate(lastWorkedAt, language) }) : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')
                : words.neverWorked
            }
          </p>
        </section>
        ${detail ? inside(words, detail) : nothing}
        ${refusal ? html`<p class="wrong" role="alert">${((refusal.code === 'conflict' || refusal.code === 'invalid_request') && refusal.problem.detail) || strings.errors[refusal.code]}</p>` : nothing}
        ${view.mayOffer ? html`<button class="primary" @click=${() => view.offer(member)}>${strings.offer}</button>` : nothing}
      </div>`;
    },
  };
}
