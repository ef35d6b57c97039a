/**
 * Every table's row type by table name. Each slice's `table.ts` adds its own by declaration merging, so that
 * the platform names no slice and Kysely still knows every table:
 *
 *     declare module '../../platform/database/tables.ts' { interface Tables { savedSearches: SavedSearchRow } }
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Tables {}
