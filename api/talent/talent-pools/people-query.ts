import type { SelectQueryBuilder } from 'kysely';
import type { Tables } from '../../platform/database/tables.ts';

/** Ids, or a query that gives them, so that 5,000 people are not 5,000 parameters. */
export type PeopleQuery = readonly string[] | SelectQueryBuilder<Tables, keyof Tables, { freelancerId: string }>;
