import type { CustomFields } from '@portico/api/hiring/custom-fields/schema.ts';
import type { CloseReason, JobPostState } from '@portico/api/hiring/job-posts/job-post.ts';
import type {
  JobPost,
  JobPostFields,
  JobPostPage,
  JobPostPreview,
  JobPostSummary,
} from '@portico/api/hiring/job-posts/schema.ts';
import type { JobTemplate } from '@portico/api/hiring/job-templates/schema.ts';
import { type Answer, get, post, remove, send } from './client.ts';

export type { CustomFields, JobPost, JobPostFields, JobPostPage, JobPostPreview, JobPostSummary, JobTemplate };

const id = encodeURIComponent;
const pathOf = (jobPostId: string) => `/v1/job-posts/${id(jobPostId)}`;

export type JobPostQuery = {
  state?: readonly JobPostState[];
  q?: string | undefined;
  owner?: string | undefined;
  sort?: string | undefined;
  cursor?: string | undefined;
  limit?: number;
};

export const getJobPosts = (query: JobPostQuery, signal?: AbortSignal) =>
  get<JobPostPage>('/v1/job-posts', { query, signal });
export const getJobPost = (jobPostId: string, signal?: AbortSignal): Promise<Answer<JobPost>> =>
  send<JobPost>('GET', pathOf(jobPostId), { signal });
export const getJobPostPreview = (jobPostId: string, signal?: AbortSignal) =>
  get<JobPostPreview>(`${pathOf(jobPostId)}/preview`, { signal });
export const jobPostTimeline = (jobPostId: string) => `${pathOf(jobPostId)}/timeline`;

export const createJobPost = (fields: JobPostFields) => post<JobPost>('/v1/job-posts', fields);
export const deleteJobPost = (jobPostId: string) => remove<void>(pathOf(jobPostId));
export const restoreJobPost = (jobPostId: string) => post<JobPost>(`${pathOf(jobPostId)}/restoration`);
export const publishJobPost = (jobPostId: string) => post<JobPost>(`${pathOf(jobPostId)}/publish`);
export const pauseJobPost = (jobPostId: string) => post<JobPost>(`${pathOf(jobPostId)}/pause`);
export const resumeJobPost = (jobPostId: string) => post<JobPost>(`${pathOf(jobPostId)}/resume`);
export const closeJobPost = (jobPostId: string, reason: CloseReason, note: string) =>
  post<JobPost>(`${pathOf(jobPostId)}/close`, { reason, note });
export const duplicateJobPost = (jobPostId: string) => post<JobPost>(`${pathOf(jobPostId)}/duplicate`);
export const repostJobPost = (jobPostId: string) => post<JobPost>(`${pathOf(jobPostId)}/repost`);

export const getTemplates = async (signal?: AbortSignal) =>
  (await get<{ items: JobTemplate[] }>('/v1/job-templates', { signal })).items;
export const getTemplate = (templateId: string, signal?: AbortSignal) =>
  send<JobTemplate>('GET', `/v1/job-templates/${id(templateId)}`, { signal });
export const saveAsTemplate = (name: string, jobPostId: string) =>
  post<JobTemplate>('/v1/job-templates', { name, jobPostId });
export const renameTemplate = (templateId: string, name: string, ifMatch: string | undefined) =>
  send<JobTemplate>('PATCH', `/v1/job-templates/${id(templateId)}`, { body: { name }, ifMatch });
export const deleteTemplate = (templateId: string) => remove<void>(`/v1/job-templates/${id(templateId)}`);
export const restoreTemplate = (templateId: string) =>
  post<JobTemplate>(`/v1/job-templates/${id(templateId)}/restoration`);
export const createTemplate = (name: string, fields: JobPostFields) =>
  post<JobTemplate>('/v1/job-templates', { name, fields });

export const getJobFields = (signal?: AbortSignal) => send<CustomFields>('GET', '/v1/tenant/job-fields', { signal });
export const saveJobFields = (fields: CustomFields['fields'], ifMatch: string | undefined) =>
  send<CustomFields>('PUT', '/v1/tenant/job-fields', { body: { fields }, ifMatch });
