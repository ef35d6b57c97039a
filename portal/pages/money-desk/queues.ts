import { html, nothing, type TemplateResult } from 'lit';
import {
  type BankDisputeCase,
  type BlockedPayoutMethod,
  type DeskPayout,
  type DeskView,
  getBankDisputes,
  getBatches,
  getBlockedMethods,
  getDeskPayouts,
  getHolds,
  getUnmatchedEvents,
  type MoneyHold,
  type ProcessorEventShape,
  type WireBatch,
} from '../../api/payouts.ts';
import { money } from '../../elements/money-field.ts';
import { payoutMethodStatus, payoutStatus, wireBatchStatus } from '../../elements/status.ts';
import { timeAgo } from '../../elements/time.ts';
import { formatDate } from '../../strings/format.ts';
import { paidForWords } from '../invoices/paid-for.ts';
import { bankDisputeStatus, bankReasonWords } from './dispute-case.ts';

export const views = [
  'wires',
  'batches',
  'disputes',
  'events',
  'methods',
  'held',
  'holds',
  'ended',
  'late',
  'ledger',
] as const;

export type Case =
  | { kind: 'payout'; id: string; isWaiting: boolean; payout: DeskPayout }
  | { kind: 'batch'; id: string; isWaiting: boolean; batch: WireBatch }
  | { kind: 'hold'; id: string; isWaiting: boolean; hold: MoneyHold }
  | { kind: 'event'; id: string; isWaiting: boolean; event: ProcessorEventShape }
  | { kind: 'method'; id: string; isWaiting: boolean; method: BlockedPayoutMethod }
  | { kind: 'dispute'; id: string; isWaiting: boolean; dispute: BankDisputeCase };
export type Queues = Record<Exclude<(typeof views)[number], 'ledger'>, Case[]>;

export const waitingOf = (cases: readonly Case[]): number => cases.filter(({ isWaiting }) => isWaiting).length;

/** All of them at once: where something waits has to be seen before a queue is opened. */
export async function loadQueues(signal: AbortSignal): Promise<Queues> {
  const payouts = async (view: DeskView): Promise<Case[]> =>
    (await getDeskPayouts(view, signal)).items.map((payout) => ({
      kind: 'payout',
      id: payout.id,
      // What failed or came back is with its freelancer again: it is looked at, not waited for.
      isWaiting: view !== 'ended',
      payout,
    }));
  const [wires, held, ended, late, batches, holds, events, methods, disputes] = await Promise.all([
    payouts('wires'),
    payouts('held'),
    payouts('ended'),
    payouts('late'),
    getBatches(signal),
    getHolds(signal),
    getUnmatchedEvents(signal),
    getBlockedMethods(signal),
    getBankDisputes(signal),
  ]);
  return {
    wires,
    held,
    ended,
    late,
    batches: batches.items.map((batch) => ({
      kind: 'batch',
      id: batch.id,
      isWaiting: batch.state === 'prepared' || batch.state === 'sent',
      batch,
    })),
    holds: holds.items.map((hold) => ({ kind: 'hold', id: hold.id, isWaiting: true, hold })),
    events: events.items.map((event) => ({ kind: 'event', id: event.id, isWaiting: true, event })),
    methods: methods.items.map((method) => ({ kind: 'method', id: method.id, isWaiting: true, method })),
    disputes: disputes.items.map((dispute) => ({
      kind: 'dispute',
      id: dispute.id,
      isWaiting: dispute.state === 'needsResponse',
      dispute,
    })),
  };
}

export function queueEntry(one: Case): TemplateResult {
  switch (one.kind) {
    case 'payout': {
      const { freelancer, net, state, method, createdAt } = one.payout;
      return entry(freelancer.name, money(net), payoutStatus(state), html`${method.label}, ${timeAgo(createdAt)}`);
    }
    case 'batch': {
      const { messageId, controlSum, state, day } = one.batch;
      return entry(messageId, money(controlSum), wireBatchStatus(state), formatDate(day));
    }
    case 'hold':
      return entry(one.hold.freelancer.name, nothing, one.hold.reason, timeAgo(one.hold.placedAt));
    case 'event':
      return entry(one.event.kind, nothing, one.event.object.id, timeAgo(one.event.receivedAt));
    case 'method': {
      const { freelancer, label, state, createdAt } = one.method;
      return entry(freelancer.name, nothing, payoutMethodStatus(state), html`${label}, ${timeAgo(createdAt)}`);
    }
    case 'dispute': {
      const { payment, amount, state, reason } = one.dispute;
      return entry(paidForWords(payment.description), money(amount), bankDisputeStatus(state), bankReasonWords(reason));
    }
  }
}

const entry = (name: string, sum: unknown, state: unknown, when: unknown): TemplateResult =>
  html`<span class="row apart"><strong>${name}</strong>${sum}</span>
    <span class="row apart small"><span>${state}</span><span class="muted">${when}</span></span>`;
