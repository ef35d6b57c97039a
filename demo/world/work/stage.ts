import type { Person } from '@portico/api/platform/auth/actor.ts';
import type { VirtualClock } from '@portico/api/platform/clock/clock.ts';
import type { RequestTenant } from '@portico/api/platform/http/environment.ts';
import type { ActAs } from '../hiring/act-as.ts';
import { approve } from '../hiring/approve.ts';
import { offer, sign } from '../hiring/make-contract.ts';
import type { Proposer } from '../hiring/stage.ts';
import type { Deed } from './timeline.ts';

/** What the work of one tenant is made with. */
export type WorkStage = {
  ask: ActAs;
  clock: VirtualClock;
  tenant: RequestTenant;
  member(firstName: string): Person;
  freelancer(name: string): Proposer;
  operator: Person;
  /** When this is told from. */
  nowMs: number;
};

export const usd = (dollars: number) => ({ amountMinor: Math.round(dollars * 100), currency: 'USD' });

const dayMs = 86_400_000;

/** Deeds of one contract in their order, told by how many days ago each happened. */
export function story(
  stage: WorkStage,
  who: string,
): { ago(days: number, run: () => Promise<unknown>, more?: Pick<Deed, 'isHeard'>): void; deeds: Deed[] } {
  const deeds: Deed[] = [];
  return {
    deeds,
    ago: (days, run, more) =>
      void deeds.push({ ...more, atMs: stage.nowMs - days * dayMs, who, run: async () => void (await run()) }),
  };
}

/** As somebody who has just confirmed who they are: money asks for it. */
export function confirmed(person: Person, { clock }: WorkStage): Person {
  return { ...person, via: { kind: 'cookie', sessionId: 'seed', signedInAtMs: clock.now() } };
}

export function keyed(name: string): Record<string, string> {
  return { 'idempotency-key': `seed ${name}` };
}

/** An offer that both sign. @returns the contract's id */
export async function contractWith(
  stage: WorkStage,
  { by, name }: { by: string; name: string },
  freelancer: Proposer,
  fields: Record<string, unknown>,
): Promise<string> {
  const sent = await offer(
    stage,
    stage.member(by),
    name,
    { kind: 'freelancer', freelancerId: freelancer.seed.id },
    fields,
  );
  if (sent.state === 'pendingApproval')
    await approve(stage, [stage.member('Samuel'), stage.member('Petra')], sent.approvalId!);
  return sign(stage, freelancer, sent.id);
}

/** Something a client does with money. */
export function pay<T>(stage: WorkStage, by: string, path: string, body: unknown, name = path): Promise<T> {
  const { ask, tenant } = stage;
  return ask<T>(confirmed(stage.member(by), stage), tenant, 'POST', path, body, keyed(`${name} ${stage.clock.now()}`));
}

/** Something a freelancer does, at the installation's own address. */
export function own<T>(
  stage: WorkStage,
  { actor }: Proposer,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const headers = method === 'GET' ? {} : keyed(`${path} ${stage.clock.now()}`);
  return stage.ask<T>(confirmed(actor, stage), undefined, method, `/v1/freelancers/me${path}`, body, headers);
}
