import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { getKeys, getMembers, getOrigins } from '../../api/settings.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { icon } from '../../icons/icon.ts';
import { circleCheck, circleDashed } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { me, tenant } from '../../shell/session.ts';
import { t } from '../../strings/strings.ts';

type Step = { title: string; text: string; path: string; isDone: boolean };

/** The way to the first embed, each step known from the system; gone once every step is done. */
class AdminHome extends PortalElement {
  #steps = new Task(this, {
    args: () => [],
    task: async (_, { signal }): Promise<Step[]> => {
      const [keys, { data }, members] = await Promise.all([
        getKeys(signal),
        getOrigins(signal),
        getMembers(undefined, signal),
      ]);
      const live = keys.filter(({ revokedAt, kind }) => !revokedAt && kind === 'secret');
      const hasTheme = Object.keys(tenant.get()?.theme ?? {}).length > 0;
      return [
        { title: t('onboarding.key'), text: t('onboarding.keyText'), path: '/settings/embed', isDone: live.length > 0 },
        {
          title: t('onboarding.origin'),
          text: t('onboarding.originText'),
          path: '/settings/embed',
          isDone: data.origins.length > 0,
        },
        {
          title: t('onboarding.snippet'),
          text: t('onboarding.snippetText'),
          path: '/settings/embed',
          isDone: live.some(({ lastUsedAt }) => lastUsedAt !== null),
        },
        { title: t('onboarding.theme'), text: t('onboarding.themeText'), path: '/settings/theme', isDone: hasTheme },
        {
          title: t('onboarding.members'),
          text: t('onboarding.membersText'),
          path: '/settings/members',
          isDone: members.items.length > 1,
        },
      ];
    },
  });

  protected override render(): TemplateResult {
    return html`${this.#steps.render({
      pending: () => html`<div class="card">${loading()}</div>`,
      error: (problem) => failed(problem, () => void this.#steps.run()),
      complete: (steps) =>
        steps.every(({ isDone }) => isDone) || !me.get()?.features.includes('widgets') ? nothing : this.#list(steps),
    })}`;
  }

  #list(steps: readonly Step[]): TemplateResult {
    const done = steps.filter(({ isDone }) => isDone).length;
    return html`<section class="card">
      <header>
        <div>
          <h2>${t('onboarding.title')}</h2>
          <p class="muted small">${t('onboarding.progress', { done, all: steps.length })}</p>
        </div>
        <button class="button small" type="button" @click=${() => void this.#steps.run()}>${t('onboarding.check')}</button>
      </header>
      <ol class="rows">
        ${steps.map(
          ({ title, text, path, isDone }) => html`<li class="step ${isDone ? 'done' : ''}">
            ${icon(isDone ? circleCheck : circleDashed)}
            <div class="grow">
              <strong>${title}</strong> <span class="visually-hidden">${isDone ? t('onboarding.done') : t('onboarding.open')}</span>
              <div class="muted small">${text}</div>
            </div>
            ${isDone ? nothing : html`<a class="button small" href=${href(path)}>${t('onboarding.do')}</a>`}
          </li>`,
        )}
      </ol>
    </section>`;
  }
}

define('portal-admin-home', AdminHome);
