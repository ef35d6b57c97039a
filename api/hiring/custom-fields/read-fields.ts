import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { CustomField } from './custom-field.ts';
import { findFieldSet } from './store.ts';

/** A tenant's fields, archived ones last; revision 0 before there are any. */
export async function readFieldSet(
  db: Executor,
  scope: TenantScope,
): Promise<{ fields: CustomField[]; revision: number }> {
  const row = await findFieldSet(db, scope);
  return row ? { fields: JSON.parse(row.fields), revision: row.revision } : { fields: [], revision: 0 };
}
