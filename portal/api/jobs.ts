import type { HideReason } from '@portico/api/hiring/job-marks/job-mark.ts';
import type { SavedJobs } from '@portico/api/hiring/job-marks/schema.ts';
import type { SavedJobSearch } from '@portico/api/hiring/job-saved-searches/schema.ts';
import type {
  JobFacetValue,
  JobFeed,
  JobHit,
  JobSearchResult,
  JobSuggestions,
} from '@portico/api/hiring/job-search/schema.ts';
import { locale } from '../strings/strings.ts';
import { get, patch, post, put, remove } from './client.ts';

export type { HideReason, JobFacetValue, JobFeed, JobHit, JobSearchResult, SavedJobSearch, SavedJobs };
export type JobQuery = SavedJobSearch['query'];

const id = encodeURIComponent;
/** Labels come in the language of this page, which need not be the browser's. */
const inPageLanguage = () => ({ 'accept-language': locale() });

export const searchJobs = (query: JobQuery & { cursor?: string; facets?: boolean }, signal?: AbortSignal) =>
  get<JobSearchResult>('/v1/jobs/search', { query, headers: inPageLanguage(), signal });
export const suggestJobs = (q: string, signal?: AbortSignal) =>
  get<JobSuggestions>('/v1/jobs/suggestions', { query: { q }, signal });
export const getFeed = (cursor: string | undefined, signal?: AbortSignal) =>
  get<JobFeed>('/v1/jobs/feed', { query: { cursor }, signal });
export const getSavedJobs = (cursor: string | undefined, signal?: AbortSignal) =>
  get<SavedJobs>('/v1/jobs/saved', { query: { cursor }, signal });

export const setJobSaved = (jobId: string, saved: boolean) =>
  saved ? put<void>(`/v1/jobs/${id(jobId)}/saved`) : remove<void>(`/v1/jobs/${id(jobId)}/saved`);
export const hideJob = (jobId: string, reason: HideReason) => put<void>(`/v1/jobs/${id(jobId)}/hidden`, { reason });
export const showJob = (jobId: string) => remove<void>(`/v1/jobs/${id(jobId)}/hidden`);

const searches = '/v1/jobs/saved-searches';
export const getSavedJobSearches = async (signal?: AbortSignal) =>
  (await get<{ items: SavedJobSearch[] }>(searches, { signal })).items;
export const saveJobSearch = (search: Pick<SavedJobSearch, 'name' | 'query' | 'alert'>) =>
  post<SavedJobSearch>(searches, search);
export const changeSavedJobSearch = (
  searchId: string,
  change: { name?: string; alert?: SavedJobSearch['alert']; seen?: true },
) => patch<SavedJobSearch>(`${searches}/${id(searchId)}`, change);
export const deleteSavedJobSearch = (searchId: string) => remove<void>(`${searches}/${id(searchId)}`);

/** Without signing in: the token of a mail's link is proof enough. */
export const stopAlert = (of: 'jobs' | 'talent', token: string) =>
  post<{ name: string }>(`/v1/${of}/saved-searches/unsubscribe`, undefined, { query: { token } });
