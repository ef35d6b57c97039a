import type { MilestoneState } from '@portico/api/work/milestones/milestone.ts';
import type { PeriodState, RetainerState } from '@portico/api/work/retainers/retainer.ts';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import type { Retainer } from '../../api/milestones.ts';
import { type TagKind, tag } from '../../elements/tag.ts';
import {
  ban,
  check,
  checkCheck,
  circleAlert,
  circleDashed,
  circlePause,
  circlePlay,
  circleX,
  hourglass,
  lock,
  send,
  undo2,
} from '../../icons/icons.generated.ts';
import { formatMoney } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';

type Mark = readonly [TagKind, SVGTemplateResult];

const milestoneMarks: Readonly<Record<MilestoneState, Mark>> = {
  planned: ['neutral', circleDashed],
  funding: ['info', hourglass],
  funded: ['info', lock],
  submitted: ['warning', send],
  released: ['success', check],
  settled: ['success', checkCheck],
  refundRequested: ['warning', circleAlert],
  refunded: ['neutral', undo2],
  disputed: ['danger', circlePause],
};
const retainerMarks: Readonly<Record<RetainerState, Mark>> = {
  proposed: ['info', send],
  active: ['success', circlePlay],
  paused: ['warning', circlePause],
  stopping: ['neutral', hourglass],
  ended: ['neutral', check],
  declined: ['neutral', circleX],
  withdrawn: ['neutral', undo2],
};
const periodMarks: Readonly<Record<PeriodState, Mark>> = {
  charging: ['info', hourglass],
  held: ['info', lock],
  released: ['success', check],
  failed: ['danger', circleX],
  refunded: ['neutral', undo2],
  frozen: ['danger', ban],
};

const marked =
  <State extends string>(noun: string, marks: Readonly<Record<State, Mark>>) =>
  (state: State): TemplateResult => {
    const [kind, shape] = marks[state];
    return tag(kind, wordsFor(noun, state) ?? state, shape);
  };

export const milestoneStatus = marked('milestoneState', milestoneMarks);
export const retainerStatus = marked('retainerState', retainerMarks);
export const periodStatus = marked('periodState', periodMarks);

export const retainerSum = ({ amount, span }: Retainer): string =>
  span === 'week'
    ? t('retainers.perWeek', { amount: formatMoney(amount) })
    : t('retainers.perMonth', { amount: formatMoney(amount) });

/** `insufficient_funds` in the reader’s words, or as words at least. */
export const refusalWords = (refusal: string): string =>
  wordsFor('paymentRefusal', refusal) ?? refusal.replaceAll('_', ' ');
