import type { Executor } from '../database/database.ts';
import type { PreferencesBody } from './schema.ts';
import { findPreferences } from './store.ts';

export async function readPreferences(db: Executor, personId: string): Promise<PreferencesBody> {
  const row = await findPreferences(db, personId);
  const { scheme = null, density = null, locale = null, shortcuts = null } = row ?? {};
  return { scheme, density, locale, shortcuts: shortcuts === null ? null : shortcuts === 1 };
}
