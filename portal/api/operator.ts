import type { jobSchema } from '@portico/api/platform/jobs/schema.ts';
import { get, post } from './client.ts';

export type Job = (typeof jobSchema)['_output'];
export type JobState = Job['state'];

export const getJobs = async (query: { state?: JobState; limit?: number }, signal?: AbortSignal) =>
  (await get<{ items: Job[] }>('/v1/operator/jobs', { query, signal })).items;
export const retryJob = (jobId: string) => post<void>(`/v1/operator/jobs/${encodeURIComponent(jobId)}/retry`);
