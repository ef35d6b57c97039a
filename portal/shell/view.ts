import { cheapestPlanWith } from '@portico/api/platform/tenants/plan.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { empty, failed, loading } from '../elements/states.ts';
import { circleDashed, lock } from '../icons/icons.generated.ts';
import { href, type Match } from '../router.ts';
import { t, wordsFor } from '../strings/strings.ts';
import { pageName } from './navigation.ts';
import { preferences } from './preferences.ts';
import { mayOpen } from './session.ts';

/** What the frame holds. */
export type View =
  | { kind: 'starting' }
  | { kind: 'failed'; problem: unknown; retry: () => void }
  | { kind: 'missing' }
  | { kind: 'denied'; match: Match }
  | { kind: 'page'; match: Match; query: URLSearchParams; visit: number };

/** Names of plans are proper names: the same in every language. */
const planNames = { basic: 'Basic', pro: 'Pro', enterprise: 'Enterprise' } as const;

export function pageOf(view: View): TemplateResult {
  switch (view.kind) {
    case 'starting':
      return loading();
    case 'failed':
      return view.problem ? failed(view.problem, view.retry) : pageFailed(view.retry);
    case 'missing':
      return plain(
        t('notFound.title'),
        t('notFound.text'),
        html`<a class="button" href=${href('/')}>${t('notFound.action')}</a>`,
      );
    case 'denied':
      return denied(view.match);
    case 'page': {
      const { route, params } = view.match;
      // A new visit or language builds the page anew; a changed query does not.
      return html`${keyed(`${view.visit} ${preferences.get().locale}`, route.render(params, view.query))}`;
    }
  }
}

const pageFailed = (retry: () => void) => html`<div class="notice danger" role="alert">
  <div>
    <h1 tabindex="-1">${t('shell.pageFailed')}</h1>
    <p>${t('shell.pageFailedHelp')}</p>
    <button class="button" type="button" @click=${retry}>${t('shell.retry')}</button>
  </div>
</div>`;

function denied({ route: { access, feature, path } }: Match): TemplateResult {
  if (feature && mayOpen(access))
    return plain(
      t('denied.plan', { page: pageName(path) ?? t('denied.thisPage') }),
      [wordsFor('planTeaches', feature), t('denied.planText', { plan: planNames[cheapestPlanWith(feature)] })]
        .filter(Boolean)
        .join(' '),
      html`<a class="button primary" href=${href('/settings/plan')}>${t('denied.planAction')}</a>`,
      lock,
    );
  const start =
    access === 'freelancer'
      ? html`<a class="button primary" href=${href('/profile/start')}>${t('denied.startProfile')}</a>`
      : nothing;
  return plain(t('denied.title'), wordsFor('denied', access) ?? '', start, lock);
}

const plain = (title: string, text: string, action: TemplateResult | typeof nothing, shape = circleDashed) =>
  html`<div><h1 class="visually-hidden" tabindex="-1">${title}</h1><div class="card">${empty(shape, title, text, action)}</div></div>`;
