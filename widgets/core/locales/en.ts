import type { CoreStrings } from '../locale.ts';

export const coreStrings: CoreStrings = {
  retry: 'Try again',
  close: 'Close',
  reference: 'Reference',
  errors: {
    session_denied: 'Your sign-in does not allow this here.',
    session_unavailable: 'This page could not confirm who you are.',
    elevation_required: 'Confirm that it is you, then try again.',
    origin_not_allowed: 'This site is not allowed to show this. Its administrator can add it.',
    not_allowed: 'Your role does not allow this.',
    not_found: 'This is no longer here.',
    conflict: 'This was changed meanwhile. Try again.',
    invalid_request: 'This could not be understood. Remove a filter.',
    rate_limited: 'Too many requests. Wait a moment.',
    unavailable: 'Something went wrong on our side. Nothing was lost.',
    chunk_load: 'This part of the page could not be loaded.',
    network: 'No connection. Check your network.',
    local_network_blocked: 'Your browser keeps this page from the local network. Allow it in the site settings.',
  },
};
