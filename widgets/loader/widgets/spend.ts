import type { LaterFiles } from '../../core/lazy.ts';
import { Spend } from '../../spend/spend.ts';
import { type LoaderOptions, startWidget } from '../start-widget.ts';

declare const LATER_FILES: LaterFiles;

export const start = (options: LoaderOptions) => startWidget(Spend, options, LATER_FILES);
