import type { Database } from '../../platform/database/database.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { notFound } from '../../platform/http/problem.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { findSearchOfTenant, updateSearch } from './store.ts';

/* The token of a mail's link ends one search's mails and opens nothing else; it never expires, as mails are kept. */

const binding = 'saved search alert';

export function unsubscribeToken(cursors: Cursors, search: { id: string; tenantId: string }): string {
  return cursors.encode(binding, [search.tenantId, search.id]);
}

/** @throws 404 for a token that we did not make or whose search is gone */
export async function stopAlert(
  deps: { database: Database; cursors: Cursors },
  token: string,
): Promise<{ name: string }> {
  const [tenantId, id] = readToken(deps.cursors, token);
  const scope = tenantScope(tenantId);
  return deps.database.transaction(async (trx) => {
    const search = await findSearchOfTenant(trx, scope, id);
    if (!search) throw notFound();
    await updateSearch(trx, scope, id, { alert: 'none' });
    return { name: search.name };
  });
}

function readToken(cursors: Cursors, token: string): [tenantId: string, id: string] {
  try {
    return cursors.decode(binding, token) as [string, string];
  } catch {
    throw notFound();
  }
}
