import type { CoreStrings } from '../locale.ts';

export const coreStrings: CoreStrings = {
  retry: 'Try again',
  signIn: 'Sign in',
  close: 'Close',
  reference: 'Reference',
  errors: {
    sign_in_required: 'Sign in to see this.',
    session_denied: 'Your sign-in does not allow this.',
    session_unavailable: 'Your sign-in could not be confirmed.',
    elevation_required: 'Not confirmed. Nothing was changed.',
    origin_not_allowed: 'This site may not show this. Its administrator can add it.',
    not_allowed: 'Your role does not allow this.',
    not_found: 'This is no longer here.',
    conflict: 'This was changed meanwhile.',
    invalid_request: 'That was not accepted.',
    rate_limited: 'Too many requests. Wait a moment.',
    unavailable: 'Something went wrong on our side.',
    chunk_load: 'This part of the page could not be loaded.',
    network: 'No connection. Check your network.',
    local_network_blocked: 'Your browser blocks the local network.',
  },
};
