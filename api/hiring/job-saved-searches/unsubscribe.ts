import { freelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { notFound } from '../../platform/http/problem.ts';
import { findSearchOf, updateSearch } from './store.ts';

/* The token of a mail's link ends one search's mails and opens nothing else; it never expires, as mails are kept. */

const binding = 'saved job search alert';

export function unsubscribeToken(cursors: Cursors, search: { id: string; freelancerId: string }): string {
  return cursors.encode(binding, [search.freelancerId, search.id]);
}

/** @throws 404 for a token that we did not make or whose search is gone */
export async function stopAlert(
  deps: { database: Database; cursors: Cursors },
  token: string,
): Promise<{ name: string }> {
  const [freelancerId, id] = readToken(deps.cursors, token);
  const freelancer = freelancerScope(freelancerId);
  return deps.database.transaction(async (trx) => {
    const search = await findSearchOf(trx, freelancer, id);
    if (!search) throw notFound();
    await updateSearch(trx, freelancer, id, { alert: 'none' });
    return { name: search.name };
  });
}

function readToken(cursors: Cursors, token: string): [freelancerId: string, id: string] {
  try {
    return cursors.decode(binding, token) as [string, string];
  } catch {
    throw notFound();
  }
}
