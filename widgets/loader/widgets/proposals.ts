import type { LaterFiles } from '../../core/lazy.ts';
import { Proposals } from '../../proposals/proposals.ts';
import { type LoaderOptions, startWidget } from '../start-widget.ts';

declare const LATER_FILES: LaterFiles;

export const start = (options: LoaderOptions) => startWidget(Proposals, options, LATER_FILES);
