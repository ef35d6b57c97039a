import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { endOtherSessions, getCurrentSession, getSessions, type SignInSession } from '../../api/security.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { monitor } from '../../icons/icons.generated.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { deviceWords } from './device-words.ts';

class SessionsSection extends FormElement {
  #sessions = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => {
      const [current, all] = await Promise.all([getCurrentSession(signal), getSessions(signal)]);
      return { currentId: current?.session.id, all };
    },
  });

  protected override render(): TemplateResult {
    const others = (this.#sessions.value?.all.length ?? 1) - 1;
    return html`<section class="card">
      <header>
        <div>
          <h2>${t('security.sessions')}</h2>
          <p class="muted small">${t('security.sessionsLead')}</p>
        </div>
        ${others > 0 ? html`<button class="button small" type="button" @click=${this.#endOthers}>${t('security.endOthers')}</button>` : nothing}
      </header>
      ${this.problem ? html`<div class="pad">${this.problemNotice()}</div>` : nothing}
      ${this.#sessions.render({
        pending: () => loading(3),
        error: (problem) => html`<div class="pad">${failed(problem, () => void this.#sessions.run())}</div>`,
        complete: ({ currentId, all }) =>
          html`<ul class="rows">${all.map((session) => this.#row(session, session.id === currentId))}</ul>`,
      })}
    </section>`;
  }

  #row({ userAgent, ipAddress, createdAt }: SignInSession, isCurrent: boolean): TemplateResult {
    return html`<li>
      ${icon(monitor)}
      <div class="grow">
        <strong>${deviceWords(userAgent ?? '')}</strong>
        <div class="muted small">${t('security.signedIn')} ${timeAgo(createdAt)}${isAddress(ipAddress) ? ` · ${ipAddress}` : nothing}</div>
      </div>
      ${isCurrent ? tag('success', t('security.thisDevice')) : nothing}
    </li>`;
  }

  async #endOthers(): Promise<void> {
    await this.submit(undefined, {}, async () => {
      await endOtherSessions();
      toast(t('security.othersEnded'));
      await this.#sessions.run();
    });
  }
}

/** An unknown client is kept as zeros. */
const isAddress = (text: string | null | undefined): text is string => Boolean(text) && !/^[0:.]+$/.test(text ?? '');

define('portal-sessions-section', SessionsSection);
