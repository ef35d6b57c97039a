import type { LaterFiles } from '../../core/lazy.ts';
import { TalentPool } from '../../talent-pool/talent-pool.ts';
import { type LoaderOptions, startWidget } from '../start-widget.ts';

declare const LATER_FILES: LaterFiles;

export const start = (options: LoaderOptions) => startWidget(TalentPool, options, LATER_FILES);
