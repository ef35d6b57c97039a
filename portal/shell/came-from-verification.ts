import { currentQuery, navigate } from '../router.ts';
import { t } from '../strings/strings.ts';
import { takeInvitation } from './pending-invitation.ts';
import { toast } from './toasts.ts';

/** The link in the confirmation mail ends at the home page and says in the query how it went. */
export function cameFromVerification(): boolean {
  const query = currentQuery();
  if (!query.has('verified')) return false;
  const hasFailed = query.has('error');
  if (!hasFailed) toast(t('verify.done'));
  const invitation = hasFailed ? undefined : takeInvitation();
  const next = invitation ? `/accept-invitation?${new URLSearchParams({ id: invitation })}` : '/';
  void navigate(hasFailed ? '/verify-email' : next, 'replace');
  return true;
}
