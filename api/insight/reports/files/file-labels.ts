import type { ReportSlug } from '../report.ts';

/** What files say in the reader's language; screens have words of their own. */
export type FileLabels = {
  titles: Record<ReportSlug, string>;
  words: Record<
    | 'about'
    | 'report'
    | 'owner'
    | 'asOf'
    | 'rows'
    | 'contentHash'
    | 'link'
    | 'total'
    | 'currency'
    | 'page'
    | 'yes'
    | 'no',
    string
  >;
  /** By column key; `slug.key` where one report means something else by it. */
  columns: Record<string, string>;
  /** Filters that are called otherwise than the column they narrow. */
  filters: Record<string, string>;
};
