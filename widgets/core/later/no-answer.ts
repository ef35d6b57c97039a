import type { HireErrorCode } from '../hire-error.ts';

/**
 * A browser tells a page nothing of an answer it may not read. Chromium blocks public pages from private addresses and
 * says so only in a permission. And the embed files are for every origin: where they can be had and the API's answer
 * cannot, the page's origin is not on the company's list.
 */
export async function whyNoAnswer(apiBase: string): Promise<HireErrorCode> {
  const permission = await navigator.permissions
    ?.query({ name: 'local-network-access' as PermissionName })
    .catch(() => undefined);
  if (permission?.state === 'denied') return 'local_network_blocked';
  if (new URL(apiBase, location.href).origin === location.origin) return 'network';
  const isThere = await fetch(`${apiBase}/embed/1/manifest.json`, { credentials: 'omit', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
  return isThere ? 'origin_not_allowed' : 'network';
}
