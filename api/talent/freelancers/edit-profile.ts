import type { Executor } from '../../platform/database/database.ts';
import { readSkillFinder } from '../skills/known-skills.ts';
import {
  acceptCertifications,
  acceptEducation,
  acceptEmployment,
  acceptLanguages,
  acceptLinks,
} from './accept-lists.ts';
import { acceptProfile } from './accept-profile.ts';
import { acceptSkills } from './accept-skills.ts';
import { type ChangeDeps, changeOwn, type RevisionCheck } from './change-freelancer.ts';
import { freelancerPolicy } from './freelancer.ts';
import { Refusals } from './refusals.ts';
import type { ListEdits, ProfileEdit } from './schema.ts';
import { listEntryIds, replaceList, updateFreelancer } from './store.ts';

/** Every edit here throws 404, 412, 428 as `changeOwn` does, and 422 naming each thing that is not accepted. */
type Edit<T> = (deps: ChangeDeps, personId: string, check: RevisionCheck, edit: T) => ReturnType<typeof changeOwn>;

export const editProfile: Edit<ProfileEdit> = (deps, personId, check, edit) =>
  changeOwn(deps, personId, check, (trx, row) => updateFreelancer(trx, row.id, acceptProfile(edit, row)));

export const replaceSkillList: Edit<ListEdits['skills']> = async (deps, personId, check, { skills }) => {
  const refusals = new Refusals();
  const accepted = acceptSkills(
    skills,
    freelancerPolicy.skillsMax,
    refusals,
    await readSkillFinder(deps.database.db, skills),
  );
  refusals.throwIfAny();
  const rows = accepted.map(({ id, name }) => ({ skillId: id, name }));
  return changeOwn(deps, personId, check, (trx, row) => replaceList(trx, 'freelancerSkills', row.id, rows));
};

export const replaceLanguageList: Edit<ListEdits['languages']> = (deps, personId, check, edit) => {
  const rows = acceptLanguages(edit);
  return changeOwn(deps, personId, check, (trx, row) => replaceList(trx, 'freelancerLanguages', row.id, rows));
};

export const replaceLinkList: Edit<ListEdits['links']> = (deps, personId, check, edit) => {
  const rows = acceptLinks(edit);
  return changeOwn(deps, personId, check, (trx, row) => replaceList(trx, 'freelancerLinks', row.id, rows));
};

export const replaceEmploymentList: Edit<ListEdits['employment']> = (deps, personId, check, edit) =>
  changeOwn(deps, personId, check, async (trx, row) => {
    const rows = acceptEmployment(edit, await keptIds(deps, trx, 'freelancerEmployment', row.id));
    await replaceList(trx, 'freelancerEmployment', row.id, rows);
  });

export const replaceEducationList: Edit<ListEdits['education']> = (deps, personId, check, edit) =>
  changeOwn(deps, personId, check, async (trx, row) => {
    const rows = acceptEducation(edit, await keptIds(deps, trx, 'freelancerEducation', row.id));
    await replaceList(trx, 'freelancerEducation', row.id, rows);
  });

export const replaceCertificationList: Edit<ListEdits['certifications']> = (deps, personId, check, edit) =>
  changeOwn(deps, personId, check, async (trx, row) => {
    const rows = acceptCertifications(edit, await keptIds(deps, trx, 'freelancerCertifications', row.id));
    await replaceList(trx, 'freelancerCertifications', row.id, rows);
  });

/** Gives each entry its id: the wanted one once where the freelancer has it, a new one otherwise. */
async function keptIds(
  { newId }: ChangeDeps,
  trx: Executor,
  table: Parameters<typeof listEntryIds>[1],
  freelancerId: string,
): Promise<(kind: string, wanted: string | undefined) => string> {
  const free = new Set(await listEntryIds(trx, table, freelancerId));
  return (kind, wanted) => (wanted !== undefined && free.delete(wanted) ? wanted : newId(kind));
}
