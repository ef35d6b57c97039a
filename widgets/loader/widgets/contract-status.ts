import { ContractStatus } from '../../contract-status/contract-status.ts';
import type { LaterFiles } from '../../core/lazy.ts';
import { type LoaderOptions, startWidget } from '../start-widget.ts';

declare const LATER_FILES: LaterFiles;

export const start = (options: LoaderOptions) => startWidget(ContractStatus, options, LATER_FILES);
