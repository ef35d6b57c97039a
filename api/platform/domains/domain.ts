/**
 * `pending`: control of the name is not proven yet · `verified`: proven and served here, not seen to lead here yet ·
 * `active`: seen to lead here, so links may use it · `failed`: was proven and is no longer.
 */
export const domainStates = ['pending', 'verified', 'active', 'failed'] as const;
export type DomainState = (typeof domainStates)[number];

/** `local`: a name under .localhost, which is this machine's own (RFC 6761). `operator`: made by whoever runs this. */
export const proofMethods = ['dns', 'file', 'local', 'operator'] as const;
export type ProofMethod = (typeof proofMethods)[number];

export const failedReasons = [
  'proof_missing',
  'proof_other',
  'name_unknown',
  'name_server_silent',
  'file_unreachable',
  'address_private',
  'host_taken',
] as const;
export type FailedReason = (typeof failedReasons)[number];

/** Where the proof is looked for. */
export const proofRecordOf = (host: string): string => `_hire-domain.${host}`;
export const proofPath = '/.well-known/hire-domain.txt';

export type HostRefusal = 'not_a_host' | 'has_port' | 'wildcard' | 'an_address' | 'one_label' | 'local_only';

/**
 * The name as it is kept: lower case, without a dot at its end, international letters as DNS has them.
 * @param isLocalInstallation only then is a name under .localhost of use to anybody
 */
export function hostOf(
  typed: string,
  isLocalInstallation: boolean,
): { ok: true; host: string } | { ok: false; reason: HostRefusal } {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '')
    .replace(/\.$/, '');
  const refused = (reason: HostRefusal) => ({ ok: false as const, reason });
  if (text.includes('*')) return refused('wildcard');
  if (/:\d*$/.test(text)) return refused('has_port');
  const host = /[/?#@\s:]/.test(text) ? undefined : URL.parse(`https://${text}`)?.hostname;
  if (!host || host.length > 253) return refused('not_a_host');
  if (/^[\d.]+$/.test(host) || host.startsWith('[')) return refused('an_address');
  const labels = host.split('.');
  if (labels.length < 2) return refused('one_label');
  if (!labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label))) return refused('not_a_host');
  if (isLocalName(host) && !isLocalInstallation) return refused('local_only');
  return { ok: true, host };
}

export const isLocalName = (host: string): boolean => host.endsWith('.localhost');
