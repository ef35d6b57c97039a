import type { StatusAction } from '@portico/api/work/contract-status/next-step.ts';
import { endReasons } from '@portico/api/work/contracts/contract.ts';
import { html, nothing, type TemplateResult } from 'lit';
import {
  type ContractStatus,
  cancelContract,
  endContract,
  pauseContract,
  resumeContract,
} from '../../api/contract-status.ts';
import { type Action, actionButton, actionItem } from '../../elements/action-button.ts';
import { confirmThen } from '../../elements/dialog.ts';
import { popoverMenu } from '../../elements/popover-menu.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { icon } from '../../icons/icon.ts';
import { ban, chevronDown, circlePause, circlePlay, filePenLine, undo2 } from '../../icons/icons.generated.ts';
import { toast } from '../../shell/toasts.ts';
import { formatMoney } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { openAmendDialog } from './amend-dialog.ts';

/** What may be done with the contract as a whole; what may not says why. Money is moved in its parts. */
export function roomActions(status: ContractStatus, onChanged: () => void): TemplateResult {
  const { state, side } = status;
  const amend = action(status, 'amend', t('room.amend'), filePenLine, () => openAmendDialog(status, onChanged));
  const end = {
    ...action(status, 'end', t('room.end'), ban, () => askEnd(status, onChanged)),
    kind: 'danger' as const,
  };
  if (state === 'pendingOnboarding' || state === 'ready')
    return actionButton(action(status, 'cancel', t('room.cancel'), undo2, () => askCancel(status, onChanged)));
  const pause =
    state === 'paused'
      ? action(status, 'resume', t('room.resume'), circlePlay, () => askResume(status, onChanged))
      : action(status, 'pause', t('room.pause'), circlePause, () => askPause(status, onChanged));
  const isOver = !['active', 'paused', 'ending'].includes(state);
  if (isOver) return html`${nothing}`;
  return html`${state === 'paused' && side === 'client' ? actionButton({ ...pause, kind: 'primary' }) : nothing}
    ${popoverMenu(
      'room-actions',
      html`${t('room.actions')}${icon(chevronDown)}`,
      html`${actionItem(amend)} ${side === 'client' && state !== 'paused' ? actionItem(pause) : nothing} ${actionItem(end)}`,
    )}`;
}

function action(
  { rights }: ContractStatus,
  name: StatusAction,
  label: string,
  shape: Action['shape'],
  run: () => void,
): Action {
  const { reason } = rights[name];
  return { label, ...(shape && { shape }), why: reason ? (wordsFor('actionReason', reason) ?? reason) : false, run };
}

function askPause({ id, other }: ContractStatus, onChanged: () => void): void {
  askReason(
    {
      title: t('room.pauseTitle'),
      text: t('room.pauseText', { name: other.name }),
      confirm: t('room.pauseNow'),
      isRequired: true,
    },
    async ({ words }) => {
      await pauseContract(id, words);
      toast(t('room.paused'));
      onChanged();
    },
  );
}

function askResume({ id, other }: ContractStatus, onChanged: () => void): void {
  confirmThen(
    { title: t('room.resumeTitle'), text: t('room.resumeText', { name: other.name }), confirm: t('room.resume') },
    async () => {
      await resumeContract(id);
      toast(t('room.resumed'));
      onChanged();
    },
  );
}

function askEnd({ id, side, other, money }: ContractStatus, onChanged: () => void): void {
  const values = { name: other.name, escrow: formatMoney(money.inEscrow) };
  askReason(
    {
      title: t('room.endTitle'),
      text: side === 'client' ? t('room.endTextClient', values) : t('room.endTextFreelancer', values),
      confirm: t('room.end'),
      label: t('room.words'),
      choices: endReasons.map((value) => ({ value, label: wordsFor('endReason', value) ?? value })),
      isDangerous: true,
    },
    async ({ choice, words }) => {
      await endContract(side, id, choice, words);
      toast(t('room.ended'));
      onChanged();
    },
  );
}

function askCancel({ id, side }: ContractStatus, onChanged: () => void): void {
  askReason(
    {
      title: t('ownContracts.cancelTitle'),
      text: t('ownContracts.cancelText'),
      confirm: t('ownContracts.cancel'),
      isRequired: true,
      isDangerous: true,
    },
    async ({ words }) => {
      await cancelContract(side, id, words);
      toast(t('ownContracts.cancelled'));
      onChanged();
    },
  );
}
