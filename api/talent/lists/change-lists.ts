import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { keepDiscarded, takeDiscarded } from '../../platform/discarded/keep-discarded.ts';
import { conflict, forbidden, notFound } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { requireVisible } from '../freelancers/require-visible.ts';
import type { TalentMember } from '../search/grants.ts';
import {
  type CountedList,
  countItems,
  countOwnLists,
  deleteItem,
  deleteList,
  findDefaultListId,
  findList,
  insertDefaultListOnce,
  insertItems,
  insertList,
  type ListReader,
  listItems,
  putItem,
  updateList,
} from './store.ts';
import type { TalentListItemRow, TalentListRow } from './table.ts';
import { defaultListName, listItemsMax, listsPerMemberMax } from './talent-list.ts';

export type ListDeps = { clock: Clock; newId: NewId };

/** An auditor reads every list of the tenant, others their own and the shared ones. */
export function readerOf({ person }: TalentMember): ListReader {
  return { personId: person.personId, readsAll: person.roles.includes('auditor') };
}

/** @throws 404 */
export async function getList(db: Executor, member: TalentMember, id: string): Promise<CountedList> {
  const list = await findList(db, member.scope, readerOf(member), id);
  if (!list) throw notFound();
  return list;
}

/** @throws 409 too_many_lists */
export async function createList(
  trx: Executor,
  { clock, newId }: ListDeps,
  member: TalentMember,
  { name, shared }: { name: string; shared: boolean },
): Promise<CountedList> {
  const { scope, person } = member;
  await requireRoom(trx, member);
  const id = newId('tl');
  await insertList(trx, { ...newList(id, scope, person.personId, clock.now()), name, isShared: shared ? 1 : 0 });
  return getList(trx, member, id);
}

async function requireRoom(trx: Executor, { scope, person }: TalentMember): Promise<void> {
  if ((await countOwnLists(trx, scope, person.personId)) >= listsPerMemberMax)
    throw conflict('too_many_lists', `You have ${listsPerMemberMax} lists; nothing was made. Delete one first.`);
}

/** @throws 403 for what is not a list to be edited by this member, 409 changed_meanwhile */
export async function changeList(
  trx: Executor,
  { clock }: ListDeps,
  member: TalentMember,
  list: CountedList,
  change: { name?: string; shared?: boolean },
): Promise<CountedList> {
  requireOwnOrShared(list, member);
  if (list.isDefault)
    throw conflict('default_list', 'Your own list keeps its name and stays yours; nothing was changed.');
  const isShared = change.shared === undefined ? list.isShared : change.shared ? 1 : 0;
  if (isShared !== list.isShared && list.ownerId !== member.person.personId) {
    throw forbidden('Only who made a list can share it or take it back.');
  }
  const columns = { name: change.name ?? list.name, isShared, updatedAt: clock.now() } as const;
  if (!(await updateList(trx, member.scope, list.id, list.revision, columns))) {
    throw conflict(
      'changed_meanwhile',
      'Somebody changed this list at the same moment; nothing was changed. Read it again.',
    );
  }
  return getList(trx, member, list.id);
}

type DiscardedList = { list: TalentListRow; items: readonly TalentListItemRow[] };

/** Who deletes it may put it back for a day. @throws 403, 404, 409 default_list */
export async function removeList(trx: Executor, deps: ListDeps, member: TalentMember, id: string): Promise<void> {
  const list = await getList(trx, member, id);
  requireOwnOrShared(list, member);
  if (list.isDefault) throw conflict('default_list', 'Your own list cannot be deleted. Take people off it instead.');
  const { itemCount: _, ...row } = list;
  const content: DiscardedList = { list: row, items: await listItems(trx, member.scope, id) };
  await keepDiscarded(trx, deps, discarderOf(member), { kind: discardedKind, id }, content);
  await deleteList(trx, member.scope, id);
}

/** Its people, notes and address are as they were. @throws 404, 409 too_many_lists */
export async function restoreList(trx: Executor, member: TalentMember, id: string): Promise<CountedList> {
  const { list, items } = await takeDiscarded<DiscardedList>(trx, discarderOf(member), { kind: discardedKind, id });
  if (list.ownerId === member.person.personId) await requireRoom(trx, member);
  await insertList(trx, list);
  await insertItems(trx, items);
  return getList(trx, member, id);
}

const discardedKind = 'talentList';
const discarderOf = ({ scope, person }: TalentMember) => ({ scope, personId: person.personId });

/** @throws 403, 404, 409 list_full */
export async function putOnList(
  trx: Executor,
  { clock }: ListDeps,
  member: TalentMember,
  listId: string,
  freelancerId: string,
  note: string | undefined,
): Promise<TalentListItemRow> {
  const list = await getList(trx, member, listId);
  requireOwnOrShared(list, member);
  await requireVisible(trx, member.person, freelancerId);
  const { scope, person } = member;
  const added = { listId, freelancerId, tenantId: scope.tenantId, addedBy: person.personId, addedAt: clock.now() };
  const row = await putItem(trx, added, note);
  if ((await countItems(trx, scope, listId)) > listItemsMax) {
    throw conflict('list_full', `A list holds ${listItemsMax} people; nobody was added. Make another list.`);
  }
  return row;
}

/** @throws 403, 404 */
export async function takeOffList(trx: Executor, member: TalentMember, listId: string, freelancerId: string) {
  requireOwnOrShared(await getList(trx, member, listId), member);
  await deleteItem(trx, member.scope, listId, freelancerId);
}

/** Puts somebody on the member's own list, which comes into being with the first. */
export async function saveFreelancer(trx: Executor, deps: ListDeps, member: TalentMember, freelancerId: string) {
  const { scope, person } = member;
  await insertDefaultListOnce(trx, {
    ...newList(deps.newId('tl'), scope, person.personId, deps.clock.now()),
    name: defaultListName,
    isDefault: 1,
  });
  const { id } = (await findDefaultListId(trx, scope, person.personId))!;
  await putOnList(trx, deps, member, id, freelancerId, undefined);
}

/** Taking off somebody who is not there is no error. */
export async function unsaveFreelancer(trx: Executor, { scope, person }: TalentMember, freelancerId: string) {
  const list = await findDefaultListId(trx, scope, person.personId);
  if (list) await deleteItem(trx, scope, list.id, freelancerId);
}

/** Somebody with a second role beside auditor reads others' own lists and still changes none of them. */
function requireOwnOrShared({ ownerId, isShared }: CountedList, { person }: TalentMember): void {
  if (ownerId !== person.personId && !isShared) throw forbidden('This list is somebody else’s own.');
}

function newList(id: string, { tenantId }: TenantScope, ownerId: string, nowMs: number) {
  const stamps = { revision: 1, createdAt: nowMs, updatedAt: nowMs };
  return { id, tenantId, ownerId, name: '', isShared: 0, isDefault: 0, ...stamps } as const;
}
