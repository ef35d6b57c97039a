import { isPrivateRefusal } from '../embed-observations/check-page.ts';
import type { Outbound } from '../webhooks/outbound.ts';
import { type FailedReason, isLocalName, type ProofMethod, proofPath, proofRecordOf } from './domain.ts';

/** Asks name servers; handed in. */
export type Resolver = { resolveTxt(name: string): Promise<string[][]> };

export type Proof = { ok: true; method: ProofMethod } | { ok: false; reason: FailedReason };

const fileBytesMax = 1024;
const answerBytesMax = 64 * 1024;

export const proofText = (token: string): string => `hire-domain=${token}`;

/** The record first: it is there before anything is served. */
export async function lookForProof(
  { resolver, outbound, isLocalInstallation }: { resolver: Resolver; outbound: Outbound; isLocalInstallation: boolean },
  host: string,
  token: string,
): Promise<Proof> {
  // RFC 6761: such a name is the machine's own, so there is nobody to take it from.
  if (isLocalName(host) && isLocalInstallation) return { ok: true, method: 'local' };
  const byRecord = await inRecord(resolver, host, token);
  if (byRecord.ok) return byRecord;
  const byFile = await inFile(outbound, host, token);
  if (byFile.ok) return byFile;
  // What stands at the record tells more than that there is no file.
  return byRecord.reason === 'proof_other' || byFile.reason === 'file_unreachable' ? byRecord : byFile;
}

async function inRecord(resolver: Resolver, host: string, token: string): Promise<Proof> {
  const found = await resolver
    .resolveTxt(proofRecordOf(host))
    .catch((error: NodeJS.ErrnoException) => error.code ?? '');
  if (typeof found === 'string') {
    const isMissing = found === 'ENODATA' || found === 'ENOTFOUND';
    return { ok: false, reason: isMissing ? 'proof_missing' : 'name_server_silent' };
  }
  const texts = found.map((parts) => parts.join(''));
  if (texts.includes(proofText(token))) return { ok: true, method: 'dns' };
  return { ok: false, reason: texts.some((text) => text.startsWith('hire-domain=')) ? 'proof_other' : 'proof_missing' };
}

async function inFile(outbound: Outbound, host: string, token: string): Promise<Proof> {
  let reason: FailedReason = 'file_unreachable';
  for (const scheme of ['https', 'http']) {
    const fetched = await outbound.get(`${scheme}://${host}${proofPath}`, fileBytesMax).catch((error: Error) => error);
    if (fetched instanceof Error) {
      if (isPrivateRefusal(fetched)) return { ok: false, reason: 'address_private' };
      continue;
    }
    if (fetched.status === 200 && fetched.text.trim() === proofText(token)) return { ok: true, method: 'file' };
    reason = fetched.status === 200 && fetched.text.startsWith('hire-domain=') ? 'proof_other' : 'proof_missing';
  }
  return { ok: false, reason };
}

/** Whether what comes to this address is answered here, as far as it can be seen from here. */
export async function leadsHere(outbound: Outbound, address: string, slug: string): Promise<boolean> {
  const fetched = await outbound.get(`${address}/v1/tenant`, answerBytesMax).catch(() => undefined);
  if (fetched?.status !== 200) return false;
  try {
    return (JSON.parse(fetched.text) as { slug?: unknown }).slug === slug;
  } catch {
    return false;
  }
}
