import type { Deps } from '@portico/api/deps.ts';
import type { Person } from '@portico/api/platform/auth/actor.ts';
import type { VirtualClock } from '@portico/api/platform/clock/clock.ts';
import { storeUpload } from '@portico/api/platform/files/store-upload.ts';
import type { RequestTenant } from '@portico/api/platform/http/environment.ts';
import type { OwnVetting } from '@portico/api/talent/vetting/own-schema.ts';
import type { InterviewSlot, VettingProgram, VettingRubric } from '@portico/api/talent/vetting/schema.ts';
import type { ActAs } from '../hiring/act-as.ts';
import type { Proposer } from '../hiring/stage.ts';
import { privateRubric, proProgram, proRubric } from './vetting-program.ts';

/** Who vets, for whose pool, and the two whose scores count. */
export type Desk = {
  ask: ActAs;
  clock: VirtualClock;
  deps: Pick<Deps, 'database' | 'files' | 'clock' | 'newId'>;
  path: '/v1/operator/vetting' | '/v1/vetting';
  tenant: RequestTenant | undefined;
  reviewers: readonly [Person, Person];
};

const hourMs = 3_600_000;
const mine = '/v1/freelancers/me/vetting';

type Program = { id: string; rubricId: string };

export async function proProgramOf(desk: Desk, poolId: string): Promise<Program> {
  return programOf(desk, { ...proProgram, poolId }, proRubric);
}

export async function privateProgramOf(desk: Desk, poolId: string): Promise<Program> {
  const documents = proProgram.documents.slice(0, 1);
  return programOf(desk, { poolId, name: 'Frame agreement 2026', entry: 'invitation', documents }, privateRubric);
}

async function programOf(
  { ask, path, tenant, reviewers: [first] }: Desk,
  program: object,
  rubric: object,
): Promise<Program> {
  const { id } = await ask<VettingProgram>(first, tenant, 'POST', `${path}/programs`, program);
  const draft = await ask<VettingRubric>(first, tenant, 'POST', `${path}/programs/${id}/rubrics`);
  const version = { 'if-match': `"${draft.id}.${draft.revision}"` };
  await ask(first, tenant, 'PUT', `${path}/rubrics/${draft.id}`, rubric, version);
  await ask(first, tenant, 'POST', `${path}/rubrics/${draft.id}/publication`);
  return { id, rubricId: draft.id };
}

/** Applies with a paper. @returns the application's id */
export async function apply(desk: Desk, program: Program, { seed, actor }: Proposer): Promise<string> {
  const statement = `${seed.headline}. I would like to work for clients who know what they want.`;
  const body = { programId: program.id, statement };
  const { id } = await desk.ask<OwnVetting>(actor, undefined, 'POST', mine, body);
  await handIn(desk, id, { seed, actor });
  return id;
}

export async function handIn({ ask, deps }: Desk, id: string, { seed, actor }: Proposer): Promise<void> {
  const chunks = new Blob([new TextEncoder().encode(`%PDF-1.4\n% ${seed.name}\n%%EOF\n`)]).stream();
  const file = { name: `${seed.name}.pdf`, use: 'attachment', announcedBytes: 0, chunks } as const;
  const { fileId } = await storeUpload(deps, actor, file);
  await ask(actor, undefined, 'POST', `${mine}/${id}/documents`, { key: 'cv', fileId });
}

export async function acceptPapers({ ask, path, tenant, reviewers: [first] }: Desk, id: string): Promise<void> {
  const application = `${path}/applications/${id}`;
  const { documents } = await ask<OwnVetting>(first, tenant, 'GET', application);
  for (const document of documents)
    await ask(first, tenant, 'POST', `${application}/documents/${document.id}/acceptance`);
}

/** A time two days ahead, offered and taken. */
export async function arrange({ ask, clock, path, tenant, reviewers: [first] }: Desk, id: string, { actor }: Proposer) {
  const startsAt = [new Date(Math.ceil(clock.now() / hourMs) * hourMs + 50 * hourMs).toISOString()];
  const offered = { startsAt, minutes: 45, timeZone: 'Europe/Berlin', place: 'Video room of the desk' };
  const { items } = await ask<{ items: InterviewSlot[] }>(first, tenant, 'POST', `${path}/slots`, offered);
  await ask(actor, undefined, 'POST', `${mine}/${id}/interview`, { slotId: items[0]!.id });
}

/** Two days later: talked, scored by both, decided. */
export async function decide(
  { ask, clock, path, tenant, reviewers }: Desk,
  { rubricId }: Program,
  id: string,
  levels: readonly [Record<string, number>, Record<string, number>],
): Promise<void> {
  const application = `${path}/applications/${id}`;
  clock.advance(53 * hourMs);
  await ask(reviewers[0], tenant, 'POST', `${application}/interview/held`);
  for (const [at, reviewer] of reviewers.entries())
    await ask(reviewer, tenant, 'POST', `${application}/scores`, { rubricId, levels: levels[at], comment: '' });
  const { isPassing } = await ask<{ isPassing: boolean | null }>(reviewers[1], tenant, 'GET', application);
  const outcome = isPassing ? 'approved' : 'rejected';
  const why = [
    { category: 'skills', text: 'The shown work was mostly by others. Come back with a piece of your own.' },
  ];
  const decision = { outcome, reasons: isPassing ? [] : why, internalNote: '' };
  await ask(reviewers[1], tenant, 'POST', `${application}/decision`, decision);
}
