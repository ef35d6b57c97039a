import { TalentSearch } from '../../talent-search/talent-search.ts';
import { type LoaderOptions, startWidget } from '../start-widget.ts';

export const start = (options: LoaderOptions) => startWidget(TalentSearch, options);
