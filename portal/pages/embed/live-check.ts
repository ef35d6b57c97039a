import { html, nothing, type TemplateResult } from 'lit';
import type { EmbedStatus } from '../../api/embed.ts';
import { failed, loading } from '../../elements/states.ts';
import { type TagKind, tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import type { LiveStatus } from './live-status.ts';

type Line = { kind: TagKind; word: string; title: string; text: unknown };

/** What is known of this embedding, in the order in which it comes to work. */
export function liveCheck({ status, problem, look }: LiveStatus, allow: (origin: string) => void): TemplateResult {
  return html`<section class="card live-check" aria-labelledby="live-check">
    <header>
      <div>
        <h2 id="live-check">${t('embedConsole.liveTitle')}</h2>
        <p class="muted small">${t('embedConsole.liveLead')}</p>
      </div>
    </header>
    ${problem ? html`<div class="pad">${failed(problem, () => void look())}</div>` : nothing}
    ${status ? lines(status, allow) : problem ? nothing : loading(4)}
  </section>`;
}

function lines(status: EmbedStatus, allow: (origin: string) => void): TemplateResult {
  const all = [page(status), session(status), use(status), blocked(status)];
  const strangers = status.pages.filter(({ isAllowed }) => !isAllowed);
  return html`<ol class="rows check-lines">
      ${all.map(
        ({ kind, word, title, text }) => html`<li>
          <div class="grow"><strong>${title}</strong><div class="muted small">${text}</div></div>
          ${tag(kind, word)}
        </li>`,
      )}
      ${strangers.map(
        ({ origin }) => html`<li>
          <div class="grow">
            <strong>${t('embedConsole.stranger', { origin })}</strong>
            <div class="muted small">${t('embedConsole.strangerText')}</div>
          </div>
          <button class="button small" type="button" @click=${() => allow(origin)}>${t('embedConsole.allow')}</button>
        </li>`,
      )}
    </ol>
    ${refusals(status)} ${blockedList(status)}`;
}

const waiting = (title: string, text: string): Line => ({
  kind: 'neutral',
  word: t('embedConsole.waiting'),
  title,
  text,
});
const good = (title: string, text: unknown): Line => ({ kind: 'success', word: t('embedConsole.seen'), title, text });

function page({ pages }: EmbedStatus): Line {
  const seen = pages.filter(({ isAllowed, lastLoadAt, loaderAt }) => isAllowed && (lastLoadAt ?? loaderAt));
  const [last] = seen;
  const title = t('embedConsole.page');
  if (!last) return waiting(title, t('embedConsole.pageWaiting'));
  const at = [last.lastLoadAt, last.loaderAt]
    .filter((one) => one !== null)
    .sort()
    .at(-1)!;
  return good(
    title,
    html`<code>${last.origin}</code> · ${timeAgo(at)}${last.loaderVersion ? html` · ${last.loaderVersion}` : nothing}`,
  );
}

function session({ lastSession, liveSessions }: EmbedStatus): Line {
  const title = t('embedConsole.session');
  if (!lastSession) return waiting(title, t('embedConsole.sessionWaiting'));
  const { at, key, origins } = lastSession;
  return good(
    title,
    html`${key ? t('embedConsole.byKey', { name: key.name }) : t('embedConsole.bySignIn')} · <code>${origins.join(', ')}</code>
      · ${timeAgo(at)} · ${t('embedConsole.liveSessions', { n: liveSessions })}`,
  );
}

function use({ lastUse }: EmbedStatus): Line {
  const title = t('embedConsole.use');
  if (!lastUse) return waiting(title, t('embedConsole.useWaiting'));
  return good(title, html`<code>${lastUse.origin}</code> · ${timeAgo(lastUse.at)}`);
}

function blocked({ blocked: reports, refusals: refused }: EmbedStatus): Line {
  const ours = reports.filter(({ fix, isEnforced }) => fix !== null && isEnforced);
  const title = t('embedConsole.obstacles');
  if (ours.length + refused.length === 0)
    return { kind: 'success', word: t('embedConsole.none'), title, text: t('embedConsole.obstaclesNone') };
  return {
    kind: 'warning',
    word: t('embedConsole.obstaclesCount', { n: ours.length + refused.length }),
    title,
    text: t('embedConsole.obstaclesText'),
  };
}

function refusals({ refusals: refused }: EmbedStatus): TemplateResult | typeof nothing {
  if (refused.length === 0) return nothing;
  return html`<details class="under pad" open>
    <summary>${t('embedConsole.refusedTitle', { n: refused.length })}</summary>
    <ul class="plain-list">
      ${refused.slice(0, 12).map(
        ({ of, code, origin, detail, count, lastAt }) => html`<li>
          <div>
            <strong>${wordsFor('refusalCode', code) ?? code}</strong>
            ${origin ? html` <code>${origin}</code>` : nothing} ${detail ? html` <code>${detail}</code>` : nothing}
          </div>
          <div class="muted small">
            ${wordsFor('refusalFix', code) ?? t('embedConsole.refusedOther', { code })} ·
            ${of === 'session' ? t('embedConsole.ofSession') : t('embedConsole.ofRequest')} ·
            ${t('embedConsole.times', { n: count })} · ${timeAgo(lastAt)}
          </div>
        </li>`,
      )}
    </ul>
  </details>`;
}

function blockedList({ blocked: reports }: EmbedStatus): TemplateResult | typeof nothing {
  if (reports.length === 0) return nothing;
  return html`<details class="under pad" open>
    <summary>${t('embedConsole.blockedTitle', { n: reports.length })}</summary>
    <ul class="plain-list">
      ${reports.slice(0, 12).map(
        ({ origin, directive, blocked: what, fix, isEnforced, count, lastAt }) => html`<li>
          <div><code>${directive}</code> · <code>${what}</code> · <code>${origin}</code></div>
          <div class="muted small">
            ${fix ? html`${t('embedConsole.add')} <code>${fix}</code>` : t('embedConsole.notOurs')} ·
            ${isEnforced ? t('embedConsole.enforced') : t('embedConsole.reportOnly')} ·
            ${t('embedConsole.times', { n: count })} · ${timeAgo(lastAt)}
          </div>
        </li>`,
      )}
    </ul>
  </details>`;
}
