import { tagMaxLength } from '@portico/api/talent/talent-pools/pool.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { changeMembers, type PoolMember, type TalentPoolDetail } from '../../api/pools.ts';
import { problemWords } from '../../api/problem.ts';
import { setSaved } from '../../api/talent.ts';
import { actionButton } from '../../elements/action-button.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { bookmark, gitCompare, plus, send, trash, userPlus } from '../../icons/icons.generated.ts';
import { navigate } from '../../router.ts';
import { compareMax, comparePath } from '../../shell/comparison.ts';
import { hasFeature, mayOpen } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { openInviteToJob } from '../invite/invite-dialog.ts';
import { openInviteToPool } from './invite-to-pool.ts';

/** What can be done with the chosen members of a board at once. */
export function bulkActions(pool: TalentPoolDetail, people: readonly PoolMember[], onDone: () => void): TemplateResult {
  const ids = people.map(({ freelancerId }) => freelancerId);
  const named = people.map(({ freelancerId, name }) => ({ id: freelancerId, name }));
  const canCompare = ids.length >= 2 && ids.length <= compareMax;
  return html`${actionButton(
    {
      label: t('poolBoard.compare'),
      shape: gitCompare,
      why: !canCompare && t('poolBoard.compareHint'),
      run: () => void navigate(comparePath(ids)),
    },
    'small',
  )}
  ${actionButton({ label: t('poolBoard.save'), shape: bookmark, run: () => void save(ids, onDone) }, 'small')}
  ${mayOpen('hirer') ? actionButton({ label: t('poolBoard.inviteJob'), shape: send, run: () => openInviteToJob(named) }, 'small') : nothing}
  ${
    !pool.isKept && mayOpen('hirer') && hasFeature('talentPools')
      ? actionButton(
          { label: t('poolBoard.inviteToPool'), shape: userPlus, run: () => openInviteToPool(named) },
          'small',
        )
      : nothing
  }
  ${
    pool.mayEdit
      ? html`${actionButton({ label: t('poolBoard.addTag'), shape: plus, run: () => openDialog(new TagDialog(pool.id, ids, onDone)) }, 'small')}
          ${actionButton({ label: t('poolBoard.remove'), shape: trash, kind: 'danger', run: () => takeOut(pool.id, ids, onDone) }, 'small')}`
      : nothing
  }`;
}

async function save(ids: readonly string[], onDone: () => void): Promise<void> {
  try {
    for (const id of ids) await setSaved(id, true);
    toast(t('poolBoard.savedToast', { n: ids.length }));
    onDone();
  } catch (problem) {
    toast(problemWords(problem));
  }
}

function takeOut(poolId: string, freelancerIds: readonly string[], onDone: () => void): void {
  askReason(
    {
      title: t('poolBoard.removeTitle', { n: freelancerIds.length }),
      text: t('poolBoard.removeText'),
      confirm: t('poolBoard.remove'),
      isDangerous: true,
      maxlength: 500,
    },
    async ({ words }) => {
      const { done } = await changeMembers(poolId, { freelancerIds, action: 'remove', reason: words });
      toast(t('poolBoard.changed', { done, left: freelancerIds.length - done }));
      onDone();
    },
  );
}

class TagDialog extends DialogForm {
  static override properties = { ...FormElement.properties, word: { state: true } };
  protected heading = t('poolBoard.addTag');
  protected submitLabel = t('poolBoard.addTag');
  declare word: string;
  readonly #poolId: string;
  readonly #ids: readonly string[];
  readonly #onDone: () => void;

  constructor(poolId: string, ids: readonly string[], onDone: () => void) {
    super();
    this.#poolId = poolId;
    this.#ids = ids;
    this.#onDone = onDone;
    this.word = '';
  }

  protected fields(): TemplateResult {
    return textField({
      id: 'tag',
      label: t('poolBoard.tag'),
      value: this.word,
      maxlength: tagMaxLength,
      error: this.errors.tag,
      onInput: (word) => {
        this.word = word;
      },
    });
  }

  protected send(event: Event): Promise<boolean> {
    const tag = this.word.trim();
    return this.submit(event, { tag: !tag && t('reason.missing') }, async () => {
      const { done } = await changeMembers(this.#poolId, { freelancerIds: this.#ids, action: 'addTag', tag });
      toast(t('poolBoard.changed', { done, left: this.#ids.length - done }));
    });
  }

  protected override closed(): void {
    this.#onDone();
  }
}

define('portal-pool-tag-dialog', TagDialog);
