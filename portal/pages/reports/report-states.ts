import { html, type TemplateResult } from 'lit';
import { ApiProblem } from '../../api/problem.ts';
import { empty, failed } from '../../elements/states.ts';
import { calendar, lock, users } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { t } from '../../strings/strings.ts';

export type Remedies = { retry: () => void; withoutTeam: () => void; shorter: () => void };

/** A refusal that has a way on shows it; everything else is an error with its request id. */
export function refused(problem: unknown, { retry, withoutTeam, shorter }: Remedies): TemplateResult {
  const back = html`<a class="button" href=${href('/reports')}>${t('reports.back')}</a>`;
  switch (problem instanceof ApiProblem ? problem.code : '') {
    case 'plan_does_not_include':
      return empty(
        lock,
        t('reports.planTitle'),
        t('reports.planText'),
        html`<a class="button primary" href=${href('/settings/plan')}>${t('reports.seePlan')}</a>`,
      );
    case 'team_not_yours':
      return empty(
        users,
        t('reports.teamTitle'),
        t('reports.teamText'),
        html`<button class="button primary" type="button" @click=${withoutTeam}>${t('reports.withoutTeam')}</button>`,
      );
    case 'report_not_yours':
    case 'forbidden':
      return empty(lock, t('reports.roleTitle'), t('reports.roleText'), back);
    case 'report_period_too_long':
      return empty(
        calendar,
        t('reports.tooLongTitle'),
        t('reports.tooLongText'),
        html`<button class="button primary" type="button" @click=${shorter}>${t('reports.shorter')}</button>`,
      );
    default:
      return html`<div class="pad">${failed(problem, retry)}</div>`;
  }
}
