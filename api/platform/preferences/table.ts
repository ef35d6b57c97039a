import type { EpochMs, Flag } from '../database/database.ts';
import type { Density, SchemeChoice } from './preferences.ts';

/** Null: never chosen; the device and the tenant decide then. */
export type PersonPreferencesRow = {
  personId: string;
  scheme: SchemeChoice | null;
  density: Density | null;
  locale: string | null;
  /** Whether single letters act. */
  shortcuts: Flag | null;
  changedAt: EpochMs;
};

declare module '../database/tables.ts' {
  interface Tables {
    personPreferences: PersonPreferencesRow;
  }
}
