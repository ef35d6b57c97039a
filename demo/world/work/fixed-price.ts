import type { Proposer } from '../hiring/stage.ts';
import { onboard } from './onboard.ts';
import { contractWith, own, pay, story, usd, type WorkStage } from './stage.ts';
import type { Deed } from './timeline.ts';

type Planned = { description: string; amount: number };

/** What happened to a contract with milestones, each by its place in the plan. */
export type FixedPrice = {
  title: string;
  by: { by: string; name: string };
  team: string | null;
  costCenter: string | null;
  purchaseOrder?: string;
  milestones: readonly Planned[];
  signed: number;
  /** Done with what is asked before work; `answered`: the client still looks at the answers. */
  onboarded?: { daysAgo: number; answered?: true };
  funded?: readonly (readonly [milestone: number, daysAgo: number])[];
  submitted?: readonly (readonly [milestone: number, daysAgo: number, note: string])[];
  sentBack?: readonly (readonly [milestone: number, daysAgo: number, reason: string])[];
  released?: readonly (readonly [milestone: number, daysAgo: number])[];
  bonus?: { daysAgo: number; amount: number; note: string };
  retainer?: { daysAgo: number; amount: number; span: 'week' | 'month'; note: string };
  paused?: { daysAgo: number; reason: string };
  ended?: { daysAgo: number; note: string };
};

/** Made through the same routes that people use. */
export function fixedPrice(stage: WorkStage, freelancer: Proposer, told: FixedPrice): Deed[] {
  const { ask, tenant } = stage;
  const { ago, deeds } = story(stage, told.title);
  const { by } = told.by;
  let contractId = '';
  let ids: string[] = [];
  ago(told.signed, async () => {
    contractId = await contractWith(stage, told.by, freelancer, {
      title: told.title,
      team: told.team,
      costCenter: told.costCenter,
      purchaseOrder: told.purchaseOrder ? { kind: 'number', number: told.purchaseOrder } : null,
      payment: {
        kind: 'fixed',
        total: usd(told.milestones.reduce((sum, { amount }) => sum + amount, 0)),
        milestones: told.milestones.map(({ description, amount }) => ({
          description,
          dueOn: null,
          amount: usd(amount),
        })),
      },
    });
    const path = `/v1/contracts/${contractId}/milestones`;
    const { items } = await ask<{ items: { id: string }[] }>(stage.member(by), tenant, 'GET', path);
    ids = items.map(({ id }) => id);
  });
  const { onboarded } = told;
  if (onboarded)
    ago(
      onboarded.daysAgo,
      () => onboard(stage, freelancer, contractId, by, { staysOpen: onboarded.answered === true }),
      { isHeard: true },
    );
  for (const [milestone, days] of told.funded ?? [])
    ago(days, () => pay(stage, by, `/v1/milestones/${ids[milestone]}/funding`, {}));
  for (const [milestone, days, note] of told.submitted ?? [])
    ago(days, () => own(stage, freelancer, 'POST', `/milestones/${ids[milestone]}/submissions`, { note }));
  for (const [milestone, days, reason] of told.sentBack ?? [])
    ago(days, () => pay(stage, by, `/v1/milestones/${ids[milestone]}/change-request`, { reason }));
  for (const [milestone, days] of told.released ?? [])
    ago(days, () => pay(stage, by, `/v1/milestones/${ids[milestone]}/release`, {}));
  const { bonus, paused, ended, retainer } = told;
  if (retainer)
    ago(retainer.daysAgo, async () => {
      const { amount, span, note } = retainer;
      const path = `/v1/contracts/${contractId}/retainers`;
      const { id } = await pay<{ id: string }>(stage, by, path, { amount: usd(amount), span, note });
      await own(stage, freelancer, 'POST', `/retainers/${id}/acceptance`);
    });
  if (bonus)
    ago(bonus.daysAgo, () =>
      pay(stage, by, `/v1/contracts/${contractId}/bonuses`, { amount: usd(bonus.amount), note: bonus.note }),
    );
  if (paused) ago(paused.daysAgo, () => pay(stage, by, `/v1/contracts/${contractId}/pause`, { reason: paused.reason }));
  if (ended)
    ago(ended.daysAgo, () =>
      pay(stage, by, `/v1/contracts/${contractId}/end`, { reason: 'completed', note: ended.note }),
    );
  return deeds;
}
