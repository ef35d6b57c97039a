import type { LaterFiles } from '../../core/lazy.ts';
import { JobPostForm } from '../../job-post/job-post.ts';
import { type LoaderOptions, startWidget } from '../start-widget.ts';

declare const LATER_FILES: LaterFiles;

export const start = (options: LoaderOptions) => startWidget(JobPostForm, options, LATER_FILES);
