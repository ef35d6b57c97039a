import { Task } from '@lit/task';
import { messageMaxLength } from '@portico/api/talent/talent-pools/pool.ts';
import { html, type TemplateResult } from 'lit';
import { getPools, inviteToPool, type PoolInviteAnswer, type TalentPool } from '../../api/pools.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { selectField, textArea } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { navigate } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';

export type Asked = { id: string; name: string };

/** Asks people into one of the company's pools, and says what became of each. */
class InviteToPoolDialog extends DialogForm {
  static override properties = { ...FormElement.properties, poolId: { state: true }, words: { state: true } };
  protected heading: string;
  protected submitLabel = t('poolBoard.inviteSend');
  declare poolId: string;
  declare words: string;
  readonly #people: readonly Asked[];

  #pools = new Task(this, {
    args: () => [],
    task: async (_, { signal }) =>
      (await getPools('active', signal)).items.filter(({ owner, mayEdit }) => owner === 'tenant' && mayEdit),
    onComplete: (pools) => {
      this.poolId ||= pools[0]?.id ?? '';
    },
  });

  constructor(people: readonly Asked[]) {
    super();
    this.#people = people;
    this.heading = t('poolBoard.inviteTitle', { n: people.length });
    this.poolId = '';
    this.words = '';
  }

  protected fields(): TemplateResult {
    return html`${this.#pools.render({
      pending: () => loading(2),
      error: (problem) => failed(problem, () => void this.#pools.run()),
      complete: (pools) => (pools.length === 0 ? html`<p>${t('poolBoard.noPool')}</p>` : this.#form(pools)),
    })}`;
  }

  #form(pools: readonly TalentPool[]): TemplateResult {
    return html`${selectField({
      id: 'poolId',
      label: t('poolBoard.pool'),
      value: this.poolId,
      choices: pools.map(({ id, name }) => ({ value: id, label: name })),
      onChange: (id) => {
        this.poolId = id;
      },
    })}
    ${textArea({
      id: 'message',
      label: t('poolBoard.inviteMessage'),
      optional: true,
      value: this.words,
      rows: 4,
      maxlength: messageMaxLength,
      error: this.errors.message,
      onInput: (words) => {
        this.words = words;
      },
    })}`;
  }

  protected send(event: Event): Promise<boolean> {
    return this.submit(event, { poolId: !this.poolId && t('poolBoard.noPool') }, async () => {
      const ids = this.#people.map(({ id }) => id);
      tell(await inviteToPool(this.poolId, ids, this.words.trim()), this.#people, this.poolId);
    });
  }
}

function tell({ items, invited }: PoolInviteAnswer, people: readonly Asked[], poolId: string): void {
  const whyNot = items
    .filter(({ outcome }) => outcome !== 'invited')
    .map(({ freelancerId, outcome }) =>
      t('invite.notInvited', {
        name: people.find(({ id }) => id === freelancerId)?.name ?? '',
        why: wordsFor('poolInviteOutcome', outcome) ?? outcome,
      }),
    );
  const words = invited > 0 ? t('poolBoard.invitedToast', { n: invited }) : '';
  toast([words, ...whyNot].filter(Boolean).join(' '), {
    label: t('invite.show'),
    run: () => void navigate(`/pools/${poolId}?state=invited`),
  });
}

define('portal-invite-to-pool-dialog', InviteToPoolDialog);

export const openInviteToPool = (people: readonly Asked[]): void => {
  openDialog(new InviteToPoolDialog(people));
};
