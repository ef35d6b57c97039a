import { Approvals } from '../../approvals/approvals.ts';
import type { LaterFiles } from '../../core/lazy.ts';
import { type LoaderOptions, startWidget } from '../start-widget.ts';

declare const LATER_FILES: LaterFiles;

export const start = (options: LoaderOptions) => startWidget(Approvals, options, LATER_FILES);
