import { fixture, html } from '@open-wc/testing';
import '../define/job-post.ts';
import type { JobPostForm } from '../job-post/job-post.ts';
import { cannedJobs } from './canned-jobs.ts';
import { connect, until } from './mount.ts';

/** The canned API with job posts; grants as a host's server would ask for them. */
export function connectJobs(
  options: Parameters<typeof cannedJobs>[0] = {},
  { publish = true, locale = 'en' as string | undefined } = {},
) {
  const jobs = cannedJobs(options);
  const { api, embed } = connect(
    { locale },
    { grants: { jobPost: { read: true, draft: true, publish } }, routes: jobs.routes },
  );
  return { jobs, api, embed, bodies: jobs.bodies };
}

export async function mountJobPost(markup = html`<hire-job-post></hire-job-post>`): Promise<JobPostForm> {
  const element = await fixture<JobPostForm>(markup);
  await until(() => element.strings && element.matches(':state(ready), :state(empty), :state(error)'));
  await element.updateComplete;
  return element;
}

export const input = (element: JobPostForm, id: string) => element.root.getElementById(id) as HTMLInputElement;

/** As a person would, all at once. */
export async function type(element: JobPostForm, id: string, text: string): Promise<void> {
  await until(() => input(element, id));
  const field = input(element, id);
  field.value = text;
  field.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input', { bubbles: true }));
  await element.updateComplete;
}

export const says = (element: JobPostForm) =>
  element.root.querySelector('[part=steps] [role=status]')!.textContent!.trim();
export const text = (element: JobPostForm) => element.root.textContent!.replace(/\s+/g, ' ');

/** Opens a step and waits until its fields are there. */
export async function openStep(element: JobPostForm, step: number, id: string): Promise<void> {
  await element.go(step);
  await until(() => input(element, id));
}
