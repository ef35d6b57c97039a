import type { LaterFiles } from '../../core/lazy.ts';
import { TalentSearch } from '../../talent-search/talent-search.ts';
import { type LoaderOptions, startWidget } from '../start-widget.ts';

declare const LATER_FILES: LaterFiles;

export const start = (options: LoaderOptions) => startWidget(TalentSearch, options, LATER_FILES);
