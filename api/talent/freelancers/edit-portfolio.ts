import type { Executor } from '../../platform/database/database.ts';
import { detachFile } from '../../platform/files/attach-file.ts';
import { notFound, unprocessable } from '../../platform/http/problem.ts';
import { readSkillFinder, type SkillFinder } from '../skills/known-skills.ts';
import { acceptSkills } from './accept-skills.ts';
import { anyRevision, type ChangeDeps, changeOwn, type RevisionCheck } from './change-freelancer.ts';
import { type FreelancerPolicy, freelancerPolicy } from './freelancer.ts';
import type { FreelancerRecord } from './read-freelancers.ts';
import { Refusals } from './refusals.ts';
import type { NewPortfolioItem, PortfolioItemEdit } from './schema.ts';
import {
  deletePortfolioImage,
  deletePortfolioItem,
  insertPortfolioItem,
  listPortfolioImages,
  listPortfolioItems,
  updatePortfolioImage,
  updatePortfolioItem,
} from './store.ts';
import type { PortfolioItemRow } from './table.ts';

/** @throws 422 too_many_portfolio_items and as the fields say */
export async function addItem(deps: ChangeDeps, personId: string, given: NewPortfolioItem): Promise<FreelancerRecord> {
  const find = await readSkillFinder(deps.database.db, given.skills ?? []);
  const accepted = acceptItem({ text: '', link: null, skills: [], ...given }, find);
  return changeOwn(deps, personId, anyRevision, async (trx, { id: freelancerId }) => {
    const items = await listPortfolioItems(trx, freelancerId);
    if (items.length >= freelancerPolicy.portfolioItemsMax) {
      throw unprocessable(
        'too_many_portfolio_items',
        `A portfolio has at most ${freelancerPolicy.portfolioItemsMax} items; nothing was changed. Remove one first.`,
      );
    }
    const position = (items[0]?.position ?? 0) - 1;
    await insertPortfolioItem(trx, { ...blank, ...accepted, id: deps.newId('pi'), freelancerId, position });
  });
}

/** @throws 404 for an item that is not the person's, 422 as the fields say */
export async function editItem(
  deps: ChangeDeps,
  personId: string,
  check: RevisionCheck,
  itemId: string,
  edit: PortfolioItemEdit,
): Promise<FreelancerRecord> {
  const accepted = acceptItem(edit, await readSkillFinder(deps.database.db, edit.skills ?? []));
  return changeOwn(deps, personId, check, async (trx, { id: freelancerId }) => {
    await getOwnItem(trx, freelancerId, itemId);
    await updatePortfolioItem(trx, itemId, accepted);
    if (edit.images) await arrangeImages(trx, itemId, edit.images);
  });
}

/** @throws 404 */
export function removeItem(
  deps: ChangeDeps,
  personId: string,
  check: RevisionCheck,
  itemId: string,
): Promise<FreelancerRecord> {
  return changeOwn(deps, personId, check, async (trx, { id: freelancerId }) => {
    await getOwnItem(trx, freelancerId, itemId);
    for (const { fileId } of await listPortfolioImages(trx, itemId)) {
      await deletePortfolioImage(trx, fileId);
      await detachFile(trx, fileId);
    }
    await deletePortfolioItem(trx, itemId);
  });
}

/** @throws 404 */
export async function getOwnItem(trx: Executor, freelancerId: string, itemId: string): Promise<PortfolioItemRow> {
  const item = (await listPortfolioItems(trx, freelancerId)).find(({ id }) => id === itemId);
  if (!item) throw notFound();
  return item;
}

const blank = { title: '', text: '', link: null, skills: '[]' };
const altLengthMax = 300;

function acceptItem(
  edit: PortfolioItemEdit,
  find: SkillFinder,
  policy: FreelancerPolicy = freelancerPolicy,
): Partial<PortfolioItemRow> {
  const refusals = new Refusals();
  const columns = {
    ...(edit.title !== undefined && {
      title: refusals.line('/title', edit.title, policy.titleLengthMax, { required: true }),
    }),
    ...(edit.text !== undefined && { text: refusals.text('/text', edit.text, policy.descriptionLengthMax) }),
    ...(edit.link !== undefined && {
      link: edit.link === null ? null : refusals.link('/link', edit.link, policy.urlLengthMax),
    }),
    ...(edit.skills !== undefined && {
      skills: JSON.stringify(acceptSkills(edit.skills, policy.portfolioSkillsMax, refusals, find)),
    }),
  };
  refusals.throwIfAny();
  return columns;
}

/** Puts those that stay in their order and removes the others. */
async function arrangeImages(
  trx: Executor,
  itemId: string,
  wanted: NonNullable<PortfolioItemEdit['images']>,
): Promise<void> {
  const refusals = new Refusals();
  const left = new Set((await listPortfolioImages(trx, itemId)).map(({ fileId }) => fileId));
  for (const [position, { id, alt }] of wanted.entries()) {
    if (!left.delete(id)) refusals.add(`/images/${position}/id`, 'unknown_image', 'The item has no such image.');
    const kept = refusals.line(`/images/${position}/alt`, alt, altLengthMax);
    refusals.throwIfAny();
    await updatePortfolioImage(trx, id, { position, alt: kept });
  }
  for (const fileId of left) {
    await deletePortfolioImage(trx, fileId);
    await detachFile(trx, fileId);
  }
}
