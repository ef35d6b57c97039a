import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { getJobs } from '../../api/operator.ts';
import { getSkillSuggestions } from '../../api/skills.ts';
import { getSummary } from '../../api/vetting.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import { href } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { formatNumber } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

/** As many as one request counts; above it the page says "at least". */
const countedMax = 200;
const queuesOnHome = ['documents', 'interviews', 'scoring', 'decisions'] as const;

/** What each desk of the installation has before it; a desk that is not the person's own is not asked. */
class OperatorHome extends PortalElement {
  #health = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => {
      const [jobs, vetting] = await Promise.all([
        mayOpen('support') ? countJobs(signal) : undefined,
        mayOpen('vetter') ? countVetting(signal) : undefined,
      ]);
      return { jobs, vetting };
    },
  });

  protected override render(): TemplateResult | typeof nothing {
    if (!(mayOpen('support') || mayOpen('vetter'))) return nothing;
    return html`${this.#health.render({
      // The same figures, so that nothing moves when they are known.
      pending: () =>
        desks({ vetting: mayOpen('vetter') ? unknownVetting : undefined, jobs: mayOpen('support') ? {} : undefined }),
      error: (problem) => failed(problem, () => void this.#health.run()),
      complete: desks,
    })}`;
  }
}

type Jobs = { dead?: number; queued?: number; running?: number };
type Vetting = { waiting: readonly { name: (typeof queuesOnHome)[number]; count?: number }[]; suggestions?: number };

const unknownVetting: Vetting = { waiting: queuesOnHome.map((name) => ({ name })) };

const desks = ({ jobs, vetting }: { jobs: Jobs | undefined; vetting: Vetting | undefined }): TemplateResult =>
  html`<div class="stack">${vetting ? ofVetting(vetting) : nothing}${jobs ? ofJobs(jobs) : nothing}</div>`;

async function countJobs(signal: AbortSignal) {
  const count = async (state: 'dead' | 'queued' | 'running') =>
    (await getJobs({ state, limit: countedMax }, signal)).length;
  const [dead, queued, running] = await Promise.all([count('dead'), count('queued'), count('running')]);
  return { dead, queued, running };
}

async function countVetting(signal: AbortSignal) {
  const [{ queues }, suggestions] = await Promise.all([
    getSummary('operator', signal),
    getSkillSuggestions({ state: 'proposed', limit: countedMax }, signal),
  ]);
  const waiting = queuesOnHome.map((name) => ({ name, count: queues.find(({ queue }) => queue === name)?.count ?? 0 }));
  return { waiting, suggestions: suggestions.items.length };
}

const ofJobs = ({ dead, queued, running }: Jobs) => html`<section class="stack close">
  <div class="row apart">
    <h2>${t('home.operator')}</h2>
    ${dead === undefined ? nothing : dead > 0 ? tag('danger', t('home.jobsDead', { n: dead })) : tag('success', t('home.jobsHealthy'))}
  </div>
  <dl class="figures">
    ${figure(t('jobs.dead'), dead, '/operator/jobs')} ${figure(t('jobs.queued'), queued, '/operator/jobs?state=queued')}
    ${figure(t('jobs.running'), running, '/operator/jobs?state=running')}
  </dl>
</section>`;

const ofVetting = ({ waiting, suggestions }: Vetting) => html`<section class="stack close">
  <div class="row apart">
    <h2>${t('vetting.title')}</h2>
    <a href=${href('/operator/vetting')}>${t('vetting.queue')}</a>
  </div>
  <dl class="figures">
    ${waiting.map(({ name, count }) => figure(t(`vettingQueue.${name}`), count, `/operator/vetting?queue=${name}`))}
    ${figure(t('nav.skills'), suggestions, '/operator/skills')}
  </dl>
</section>`;

const figure = (name: string, count: number | undefined, path: string) =>
  html`<div>
    <dt>${name}</dt>
    <dd><a class="quiet" href=${href(path)}>${count === undefined ? '–' : count >= countedMax ? t('home.atLeast', { count: formatNumber(count) }) : formatNumber(count)}</a></dd>
  </div>`;

define('portal-operator-home', OperatorHome);
