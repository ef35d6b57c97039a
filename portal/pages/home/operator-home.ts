import { Task } from '@lit/task';
import { html, type TemplateResult } from 'lit';
import { getJobs } from '../../api/operator.ts';
import { getSkillSuggestions } from '../../api/skills.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import { href } from '../../router.ts';
import { formatNumber } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

/** As many as one request counts; above it the page says "at least". */
const countedMax = 200;

class OperatorHome extends PortalElement {
  #health = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => {
      const count = async (state: 'dead' | 'queued' | 'running') =>
        (await getJobs({ state, limit: countedMax }, signal)).length;
      const [dead, queued, running, suggestions] = await Promise.all([
        count('dead'),
        count('queued'),
        count('running'),
        getSkillSuggestions({ state: 'proposed', limit: countedMax }, signal),
      ]);
      return { dead, queued, running, suggestions: suggestions.items.length };
    },
  });

  protected override render(): TemplateResult {
    return html`${this.#health.render({
      pending: () => html`<div class="card">${loading(3)}</div>`,
      error: (problem) => failed(problem, () => void this.#health.run()),
      complete: ({ dead, queued, running, suggestions }) => html`<section class="stack close">
        <div class="row apart">
          <h2>${t('home.operator')}</h2>
          ${dead > 0 ? tag('danger', t('home.jobsDead', { n: dead })) : tag('success', t('home.jobsHealthy'))}
        </div>
        <dl class="figures">
          ${figure(t('jobs.dead'), dead, '/operator/jobs')} ${figure(t('jobs.queued'), queued, '/operator/jobs?state=queued')}
          ${figure(t('jobs.running'), running, '/operator/jobs?state=running')} ${figure(t('nav.skills'), suggestions, '/operator/skills')}
        </dl>
      </section>`,
    })}`;
  }
}

const figure = (name: string, count: number, path: string) =>
  html`<div>
    <dt>${name}</dt>
    <dd><a class="quiet" href=${href(path)}>${count >= countedMax ? t('home.atLeast', { count: formatNumber(count) }) : formatNumber(count)}</a></dd>
  </div>`;

define('portal-operator-home', OperatorHome);
