import { Task } from '@lit/task';
import { html, type TemplateResult } from 'lit';
import { stopAlert } from '../../api/jobs.ts';
import { ApiProblem } from '../../api/problem.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import { circleAlert, circleCheck } from '../../icons/icons.generated.ts';
import { t } from '../../strings/strings.ts';

/** Where the link of an alert mail leads: opening it is the one click, signed in or not. */
class StopAlertPage extends PortalElement {
  static override properties = { token: { attribute: false }, of: { attribute: false } };
  declare token: string;
  declare of: 'jobs' | 'talent';

  #stop = new Task(this, {
    args: () => [this.of, this.token] as const,
    task: ([of, token]) => stopAlert(of, token),
  });

  protected override render(): TemplateResult {
    return html`${pageHead(t('stopAlert.title'))}
      ${this.#stop.render({
        pending: () => loading(2),
        error: (problem) =>
          isRefused(problem)
            ? notice('warning', circleAlert, html`<p>${t('stopAlert.refused')}</p>`)
            : failed(problem, () => void this.#stop.run()),
        complete: ({ name }) => notice('success', circleCheck, html`<p>${t('stopAlert.stopped', { name })}</p>`),
      })}`;
  }
}

/** A cut or foreign link: trying again changes nothing. */
const isRefused = (problem: unknown): boolean => problem instanceof ApiProblem && [404, 422].includes(problem.status);

define('portal-stop-alert-page', StopAlertPage);
