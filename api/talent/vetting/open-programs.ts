import type { ActingFreelancer } from '../../platform/auth/freelancer-scope.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readPoolsById } from '../talent-pools/read-membership.ts';
import { applyHindrance, coolDownOf } from './begin-application.ts';
import type { VettingDeps } from './deps.ts';
import { checkFacts } from './eligibility.ts';
import type { OpenProgram } from './own-schema.ts';
import { mayOrNot } from './present-own.ts';
import { findProgram, listPrograms } from './program-store.ts';
import { listApplicationsAt } from './store.ts';
import type { VettingProgramRow } from './table.ts';

/** At a tenant’s address its own programs, at the installation’s the installation’s: white-label names no other. */
export async function readOpenPrograms(
  db: Executor,
  { clock }: VettingDeps,
  { freelancer, tenant }: ActingFreelancer,
  namesOfDesks: (tenantIds: readonly string[]) => Promise<ReadonlyMap<string, string>>,
): Promise<OpenProgram[]> {
  const scope = tenant ?? tenantScope('');
  const nowMs = clock.now();
  const programs = (await listPrograms(db, scope)).filter(({ state, entry }) => state === 'open' && entry === 'open');
  const pools = await readPoolsById(
    db,
    programs.map(({ poolId }) => poolId),
  );
  const names = await namesOfDesks([scope.tenantId]);
  const earlier = await listApplicationsAt(db, scope, freelancer.freelancerId);
  const shown: OpenProgram[] = [];
  for (const program of programs) {
    const until = coolDownOf(
      earlier.filter(({ programId }) => programId === program.id),
      nowMs,
    );
    shown.push({
      id: program.id,
      name: program.name,
      description: program.description,
      pool: { id: program.poolId, name: pools.get(program.poolId)?.name ?? '' },
      desk: names.get(program.tenantId) ?? null,
      wantedDocuments: JSON.parse(program.documents),
      eligibility: await checkFacts(db, program, freelancer.freelancerId),
      mayApply: mayOrNot(await applyHindrance(db, program, freelancer, nowMs)),
      coolDownUntil: until === null ? null : isoInstant(until),
    });
  }
  return shown;
}

/** @throws 404, also for a program of another desk than the address names */
export async function getOwnProgram(
  db: Executor,
  tenant: TenantScope | undefined,
  id: string,
): Promise<VettingProgramRow> {
  const program = await findProgram(db, tenant ?? tenantScope(''), id);
  if (!program) throw notFound();
  return program;
}
