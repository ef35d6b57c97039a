import { html, nothing, type TemplateResult } from 'lit';
import type { EmbedStatus } from '../../api/embed.ts';
import { failed, loading } from '../../elements/states.ts';
import { type TagKind, tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import type { LiveStatus } from './live-status.ts';
import { pageTrouble } from './page-trouble.ts';

type PageSeen = EmbedStatus['pages'][number];
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
  const all = [page(status), session(status), use(status), ...others(status), blocked(status)];
  const strangers = strangersIn(status);
  return html`<ol class="rows check-lines">
      ${all.map(
        ({ kind, word, title, text }) => html`<li>
          <div class="grow"><strong>${title}</strong><div class="muted small">${text}</div></div>
          ${tag(kind, word)}
        </li>`,
      )}
      ${strangers.map(
        ({ origin, lastLoadAt, loaderAt }) => html`<li>
          <div class="grow">
            <strong>${t('embedConsole.stranger', { origin })}</strong>
            <div class="muted small">${t('embedConsole.strangerText')} ${timeAgo((lastLoadAt ?? loaderAt)!)}</div>
          </div>
          <button class="button small" type="button" aria-label="${t('embedConsole.allow')}: ${origin}" @click=${() => allow(origin)}>${t('embedConsole.allow')}</button>
        </li>`,
      )}
    </ol>
    ${obstacleLists(status)}`;
}

const strangersIn = ({ pages }: EmbedStatus) =>
  pages.filter(({ isAllowed, lastLoadAt, loaderAt }) => !isAllowed && (lastLoadAt ?? loaderAt));

const waiting = (title: string, text: string): Line => ({
  kind: 'neutral',
  word: t('embedConsole.waiting'),
  title,
  text,
});
const wrong = (title: string, text: unknown): Line => ({
  kind: 'warning',
  word: t('embedConsole.missing'),
  title,
  text,
});
const good = (title: string, text: unknown): Line => ({ kind: 'success', word: t('embedConsole.seen'), title, text });

function page(status: EmbedStatus): Line {
  const seen = status.pages.filter(({ isAllowed, lastLoadAt, loaderAt }) => isAllowed && (lastLoadAt ?? loaderAt));
  const [last] = seen;
  const title = t('embedConsole.page');
  if (!last) return waiting(title, t('embedConsole.pageWaiting'));
  const at = [last.lastLoadAt, last.loaderAt]
    .filter((one) => one !== null)
    .sort()
    .at(-1)!;
  if (pageTrouble(last, status.checkedAt) === 'silent') return silent(title, last, status);
  return good(
    title,
    html`<code>${last.origin}</code> · ${timeAgo(at)}${last.loaderVersion ? html` · /embed/${last.loaderVersion}/` : nothing}`,
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

function use({ pages, checkedAt }: EmbedStatus): Line {
  const title = t('embedConsole.use');
  const [last] = pages.filter(({ isAllowed }) => isAllowed);
  if (last && pageTrouble(last, checkedAt) === 'noSession') return withoutSession(title, last);
  const [used] = pages
    .filter(({ isAllowed, lastUseAt }) => isAllowed && lastUseAt)
    .sort((a, b) => (a.lastUseAt! < b.lastUseAt! ? 1 : -1));
  if (!used) return waiting(title, t('embedConsole.useWaiting'));
  return good(title, html`<code>${used.origin}</code> · ${timeAgo(used.lastUseAt!)}`);
}

const silent = (title: string, { origin, loaderAt }: PageSeen, { base }: EmbedStatus): Line =>
  wrong(
    title,
    html`<code>${origin}</code> · ${timeAgo(loaderAt!)}
      <div>${t('embedConsole.pageSilent', { source: `connect-src ${new URL(base).origin}` })}</div>`,
  );

const withoutSession = (title: string, { origin, lastLoadAt }: PageSeen): Line =>
  wrong(
    title,
    html`<code>${origin}</code> · ${t('embedConsole.pageAsked')} ${timeAgo(lastLoadAt!)}
      <div>${t('embedConsole.noSession')}</div>`,
  );

/** Pages in trouble beside the one that was loaded last, of which the lines above tell. */
function others(status: EmbedStatus): Line[] {
  const [, ...rest] = status.pages.filter(({ isAllowed }) => isAllowed);
  return rest.flatMap((one) => {
    const trouble = pageTrouble(one, status.checkedAt);
    if (!trouble) return [];
    return trouble === 'silent'
      ? silent(t('embedConsole.page'), one, status)
      : withoutSession(t('embedConsole.use'), one);
  });
}

function blocked({ blocked: reports, refusals: all }: EmbedStatus): Line {
  const ours = reports.filter(({ fix, isEnforced, isOver }) => fix !== null && isEnforced && !isOver);
  const refused = all.filter(({ isOver }) => !isOver);
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

/** What stands in the way first; what is over stays for whoever asks later what it was. */
function obstacleLists(status: EmbedStatus): TemplateResult {
  const { refusals, blocked: reports } = status;
  const strangers = strangersIn(status).map(({ origin }) => origin);
  // A page that tried has its own line, with the button that allows it.
  const isShown = ({ of, code, origin }: (typeof refusals)[number]) =>
    !(of === 'request' && code === 'origin_not_allowed' && origin !== null && strangers.includes(origin));
  const [refused, refusedBefore] = parted(refusals.filter(isShown));
  const [now, before] = parted(reports);
  const earlier = refusedBefore.length + before.length;
  return html`${list(t('embedConsole.refusedTitle', { n: refused.length }), refused.map(refusal), true)}
  ${list(t('embedConsole.blockedTitle', { n: now.length }), now.map(blockedSource), true)}
  ${list(t('embedConsole.earlier', { n: earlier }), [...refusedBefore.map(refusal), ...before.map(blockedSource)], false)}`;
}

function parted<One extends { isOver: boolean }>(all: readonly One[]): [now: One[], before: One[]] {
  return [all.filter(({ isOver }) => !isOver), all.filter(({ isOver }) => isOver)];
}

const shownMax = 12;

function list(title: string, items: readonly TemplateResult[], isOpen: boolean): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  return html`<details class="under pad" ?open=${isOpen}>
    <summary>${title}</summary>
    <ul class="plain-list">${items.slice(0, shownMax)}</ul>
  </details>`;
}

const refusal = ({ of, code, origin, detail, count, lastAt }: EmbedStatus['refusals'][number]): TemplateResult =>
  html`<li>
    <div>
      <strong>${wordsFor('refusalCode', code) ?? code}</strong>
      ${origin ? html` <code>${origin}</code>` : nothing} ${detail ? html` <code>${detail}</code>` : nothing}
    </div>
    <div class="muted small">
      ${wordsFor('refusalFix', code) ?? t('embedConsole.refusedOther', { code })} ·
      ${of === 'session' ? t('embedConsole.ofSession') : t('embedConsole.ofRequest')} ·
      ${t('embedConsole.times', { n: count })} · ${timeAgo(lastAt)}
    </div>
  </li>`;

const blockedSource = (report: EmbedStatus['blocked'][number]): TemplateResult => {
  const { origin, directive, blocked: what, fix, isEnforced, count, lastAt } = report;
  return html`<li>
    <div><code>${directive}</code> · <code>${what}</code> · <code>${origin}</code></div>
    <div class="muted small">
      ${fix ? html`${t('embedConsole.add')} <code>${fix}</code>` : t('embedConsole.notOurs')} ·
      ${isEnforced ? t('embedConsole.enforced') : t('embedConsole.reportOnly')} ·
      ${t('embedConsole.times', { n: count })} · ${timeAgo(lastAt)}
    </div>
  </li>`;
};
