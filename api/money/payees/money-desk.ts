import type { Doer } from '../../platform/audit/record-audit.ts';
import { isOperator, type Person } from '../../platform/auth/actor.ts';
import { type HttpContext, requirePerson } from '../../platform/http/environment.ts';
import { forbidden } from '../../platform/http/problem.ts';

/** Operators alone see and move what is on its way to freelancers. @throws 401, 403 */
export function requireMoneyDesk(c: HttpContext): Person {
  const person = requirePerson(c);
  if (!isOperator(person)) throw forbidden('Only the operator’s money desk does this.');
  return person;
}

export function doerOf(c: HttpContext): Doer {
  return { actor: c.get('actor'), requestId: c.get('requestId') };
}
