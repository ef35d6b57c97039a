import { Task } from '@lit/task';
import { html, type TemplateResult } from 'lit';
import { type EmbedSessionSeen, endEmbedSession, getEmbedSessions } from '../../api/embed.ts';
import { problemWords } from '../../api/problem.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { key } from '../../icons/icons.generated.ts';
import { now } from '../../shell/now.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';

class SessionsPanel extends PortalElement {
  #sessions = new Task(this, { args: () => [], task: (_, { signal }) => getEmbedSessions(signal) });

  protected override render(): TemplateResult {
    return html`<section class="card">
      <header>
        <div>
          <h2>${t('embedConsole.sessionsTitle')}</h2>
          <p class="muted small">${t('embedConsole.sessionsLead')}</p>
        </div>
      </header>
      ${this.#sessions.render({
        pending: () => loading(6),
        error: (problem) => html`<div class="pad">${failed(problem, () => void this.#sessions.run())}</div>`,
        complete: (all) =>
          all.length === 0
            ? nothingYet({
                shape: key,
                title: t('embedConsole.sessionsEmpty'),
                text: t('embedConsole.sessionsEmptyText'),
                next: 'itself',
              })
            : this.#table(all),
      })}
    </section>`;
  }

  #table(all: readonly EmbedSessionSeen[]): TemplateResult {
    return html`<table class="table cards">
      <thead>
        <tr>
          <th scope="col">${t('embedConsole.person')}</th>
          <th scope="col">${t('embedConsole.madeBy')}</th>
          <th scope="col">${t('embedConsole.usedAt')}</th>
          <th scope="col">${t('embedConsole.widgets')}</th>
          <th scope="col">${t('keys.state')}</th>
          <th scope="col"><span class="visually-hidden">${t('shell.moreActions')}</span></th>
        </tr>
      </thead>
      <tbody>
        ${all.map((session) => this.#row(session))}
      </tbody>
    </table>`;
  }

  #row(session: EmbedSessionSeen): TemplateResult {
    const { person, lastUse, createdAt, expiresAt, endedAt, widgets } = session;
    const isLive = endedAt === null && Date.parse(expiresAt) > now();
    const state = endedAt
      ? tag('danger', t('embedConsole.endedEarly'))
      : isLive
        ? tag('success', t('keys.live'))
        : tag('neutral', t('keys.ended'));
    return html`<tr>
      <th scope="row">${person.name}</th>
      <td data-label=${t('embedConsole.madeBy')}>
        ${session.key?.name ?? t('embedConsole.ownSignIn')}<div class="muted small">${timeAgo(createdAt)}</div>
      </td>
      <td data-label=${t('embedConsole.usedAt')}>
        ${lastUse ? html`<code>${lastUse.origin}</code><div class="muted small">${timeAgo(lastUse.at)}</div>` : t('shell.never')}
      </td>
      <td class="small" data-label=${t('embedConsole.widgets')}>${widgets.map((one) => wordsFor('widgetName', one) ?? one).join(', ')}</td>
      <td>${state}</td>
      <td class="end">
        ${isLive ? html`<button class="button small danger" type="button" @click=${() => void this.#end(session)}>${t('embedConsole.end')}</button>` : ''}
      </td>
    </tr>`;
  }

  async #end({ id, person }: EmbedSessionSeen): Promise<void> {
    try {
      await endEmbedSession(id);
      toast(t('embedConsole.endedToast', { name: person.name }));
    } catch (problem) {
      toast(problemWords(problem));
    }
    await this.#sessions.run();
  }
}

define('portal-embed-sessions', SessionsPanel);
