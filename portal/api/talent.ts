import type { FreelancerProfile } from '@portico/api/talent/freelancers/schema.ts';
import type { TalentList, TalentListDetail, TalentListItem } from '@portico/api/talent/lists/schema.ts';
import type { SavedSearch } from '@portico/api/talent/saved-searches/schema.ts';
import { get, patch, post, put, remove, send } from './client.ts';

const id = encodeURIComponent;
type Items<T> = { items: T[] };

export const getFreelancer = (freelancerId: string, signal?: AbortSignal) =>
  get<FreelancerProfile>(`/v1/freelancers/${id(freelancerId)}`, { signal });

export const compareFreelancers = async (ids: readonly string[], signal?: AbortSignal) =>
  (await get<Items<FreelancerProfile>>('/v1/talent/compare', { query: { id: ids }, signal })).items;

export const setSaved = (freelancerId: string, saved: boolean) =>
  saved ? put<void>(`/v1/talent/saved/${id(freelancerId)}`) : remove<void>(`/v1/talent/saved/${id(freelancerId)}`);

export const getLists = async (signal?: AbortSignal) =>
  (await get<Items<TalentList>>('/v1/talent/lists', { signal })).items;
export const getList = (listId: string, signal?: AbortSignal) =>
  send<TalentListDetail>('GET', `/v1/talent/lists/${id(listId)}`, { signal });
export const createList = (list: { name: string; shared: boolean }) => post<TalentList>('/v1/talent/lists', list);
export const changeList = (listId: string, change: { name?: string; shared?: boolean }, ifMatch: string | undefined) =>
  send<TalentList>('PATCH', `/v1/talent/lists/${id(listId)}`, { body: change, ifMatch });
export const deleteList = (listId: string) => remove<void>(`/v1/talent/lists/${id(listId)}`);
export const restoreList = (listId: string) => post<TalentList>(`/v1/talent/lists/${id(listId)}/restoration`);
export const putOnList = (listId: string, freelancerId: string, note?: string) =>
  put<TalentListItem>(`/v1/talent/lists/${id(listId)}/items/${id(freelancerId)}`, note === undefined ? {} : { note });
export const takeOffList = (listId: string, freelancerId: string) =>
  remove<void>(`/v1/talent/lists/${id(listId)}/items/${id(freelancerId)}`);

export const getSavedSearches = async (signal?: AbortSignal) =>
  (await get<Items<SavedSearch>>('/v1/talent/saved-searches', { signal })).items;
export const saveSearch = (search: Pick<SavedSearch, 'name' | 'query' | 'alert'>) =>
  post<SavedSearch>('/v1/talent/saved-searches', search);
export const changeSavedSearch = (
  searchId: string,
  change: { name?: string; alert?: SavedSearch['alert']; seen?: true },
) => patch<SavedSearch>(`/v1/talent/saved-searches/${id(searchId)}`, change);
export const deleteSavedSearch = (searchId: string) => remove<void>(`/v1/talent/saved-searches/${id(searchId)}`);
