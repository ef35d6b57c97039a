import { Task } from '@lit/task';
import type { KeyBody } from '@portico/api/platform/tenants/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { EmbedStatus } from '../../api/embed.ts';
import { getKeys, revokeKey, rotateKey } from '../../api/settings.ts';
import { confirmThen } from '../../elements/dialog.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { key, plus } from '../../icons/icons.generated.ts';
import { now } from '../../shell/now.ts';
import { toast } from '../../shell/toasts.ts';
import { formatRelative } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { openNewKey, showKey } from './new-key-dialog.ts';
import { stepCard } from './step-card.ts';

const overlapSeconds = 86_400;

class KeysSection extends PortalElement {
  static override properties = { status: { attribute: false } };
  declare status: EmbedStatus | undefined;
  // A session that was just made is a key that was just used.
  #keys = new Task(this, {
    args: () => [this.status?.lastSession?.at],
    task: (_, { signal }) => getKeys(signal),
  });

  protected override render(): TemplateResult {
    const keys = this.#keys.value;
    const live = keys?.filter(({ kind, revokedAt }) => kind === 'secret' && !revokedAt) ?? [];
    const lastUsed = live
      .map(({ lastUsedAt }) => lastUsedAt)
      .filter((at) => at !== null)
      .sort()
      .at(-1);
    return stepCard(
      1,
      t('keys.title'),
      t('keys.lead'),
      keys && {
        isDone: lastUsed !== undefined,
        words: lastUsed
          ? t('keys.used', { when: formatRelative(lastUsed, now()) })
          : live.length > 0
            ? t('keys.notUsed')
            : t('keys.none'),
      },
      this.#keys.render({
        pending: () => (keys ? this.#table(keys) : loading(3)),
        error: (problem) => html`<div class="pad">${failed(problem, () => void this.#keys.run())}</div>`,
        complete: (all) =>
          all.length > 0
            ? this.#table(all)
            : nothingYet({ shape: key, title: t('keys.empty'), text: t('keys.emptyText'), next: 'beside' }),
      }),
      html`<button class="button small ${live.length === 0 ? 'primary' : ''}" type="button" @click=${() => openNewKey(() => void this.#keys.run())}>${icon(plus)}${t('keys.new')}</button>`,
    );
  }

  #table(keys: readonly KeyBody[]): TemplateResult {
    return html`<table class="table cards">
      <thead>
        <tr>
          <th scope="col">${t('keys.name')}</th>
          <th scope="col">${t('keys.key')}</th>
          <th scope="col">${t('keys.lastUsed')}</th>
          <th scope="col">${t('keys.state')}</th>
          <th scope="col"><span class="visually-hidden">${t('shell.moreActions')}</span></th>
        </tr>
      </thead>
      <tbody>
        ${keys.map((key) => this.#row(key))}
      </tbody>
    </table>`;
  }

  #row(key: KeyBody): TemplateResult {
    const { name, kind, start, createdAt, createdBy, lastUsedAt, lastUse, expiresAt, revokedAt, warnings } = key;
    const isOver = revokedAt !== null || (expiresAt !== null && Date.parse(expiresAt) < now());
    const state = revokedAt
      ? tag('danger', t('keys.revoked'))
      : expiresAt
        ? tag(
            isOver ? 'neutral' : 'warning',
            isOver ? t('keys.ended') : t('keys.endsIn', { when: formatRelative(expiresAt, now()) }),
          )
        : tag('success', t('keys.live'));
    return html`<tr>
      <td>
        <strong>${name}</strong>
        <div class="muted small">
          ${wordsFor('keyKind', kind)} ${createdBy ? html` · ${t('embedConsole.keyMadeBy', { name: createdBy })}` : nothing}
          · ${timeAgo(createdAt)}
        </div>
      </td>
      <td><code>${start}…</code></td>
      <td class="muted" data-label=${t('keys.lastUsed')}>
        ${lastUsedAt ? timeAgo(lastUsedAt) : t('shell.never')}
        ${
          lastUse
            ? html`<div class="small">
                ${t('embedConsole.keyUse', { operation: lastUse.operation, from: wordsFor('addressClass', lastUse.from) ?? lastUse.from })}
              </div>`
            : nothing
        }
      </td>
      <td>
        ${state}
        ${warnings.map((warning) => html`<div>${tag('warning', wordsFor('keyWarning', warning) ?? warning)}</div>`)}
      </td>
      <td class="end">
        ${
          isOver
            ? nothing
            : html`<div class="actions end">
                <button class="button small" type="button" @click=${() => this.#rotate(key)}>${t('keys.rotate')}</button>
                <button class="button small danger" type="button" @click=${() => this.#revoke(key)}>${t('keys.revoke')}</button>
              </div>`
        }
      </td>
    </tr>`;
  }

  #rotate({ id, name }: KeyBody): void {
    confirmThen(
      { title: t('keys.rotateTitle', { name }), text: t('keys.rotateText'), confirm: t('keys.rotateNow') },
      async () => {
        const { key } = await rotateKey(id, overlapSeconds);
        showKey(key);
        await this.#keys.run();
      },
    );
  }

  #revoke({ id, name }: KeyBody): void {
    confirmThen(
      {
        title: t('keys.revokeTitle', { name }),
        text: t('keys.revokeText'),
        confirm: t('keys.revokeNow'),
        isDangerous: true,
      },
      async () => {
        await revokeKey(id);
        toast(t('keys.revokedToast', { name }));
        await this.#keys.run();
      },
    );
  }
}

define('portal-keys-section', KeysSection);
