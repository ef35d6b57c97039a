import type { CoreStrings } from '../locale.ts';

export const coreStrings: CoreStrings = {
  retry: 'Try again',
  close: 'Close',
  reference: 'Reference',
  errors: {
    session_denied: 'Your sign-in does not allow this here. Reload the page or ask whoever runs it.',
    session_unavailable: 'This page could not confirm who you are. Nothing was lost; try again in a moment.',
    elevation_required: 'Please confirm that it is you, then try again.',
    origin_not_allowed: 'This page is not on the list of sites that may show this. Its administrator can add it.',
    not_allowed: 'Your role does not allow this.',
    not_found: 'This is no longer here.',
    conflict: 'Somebody changed this meanwhile. Try again to see how it stands now.',
    invalid_request: 'This search could not be understood. Remove a filter and try again.',
    rate_limited: 'Too many requests at once. Wait a moment, then try again.',
    unavailable: 'Something went wrong on our side. Nothing was lost; try again in a moment.',
    chunk_load: 'This part of the page could not be loaded.',
    network: 'No connection. Check your network, then try again.',
    local_network_blocked:
      'Your browser does not let this page reach the local network. Allow it in the site settings.',
  },
};
