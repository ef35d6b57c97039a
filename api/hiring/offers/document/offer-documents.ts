import { createHash } from 'node:crypto';
import type { Database } from '../../../platform/database/database.ts';
import { createPrinter } from '../../../platform/documents/print-in-worker.ts';
import { letterheadOf, printedBrand } from '../../../platform/documents/printed-brand.ts';
import type { Files } from '../../../platform/files/files.ts';
import type { JobRunner } from '../../../platform/jobs/run-jobs.ts';
import type { TenantDirectory } from '../../../platform/tenants/tenant-directory.ts';
import { type TenantScope, tenantScope } from '../../../platform/tenants/tenant-scope.ts';
import { readFreelancerRows } from '../../../talent/freelancers/read-freelancers.ts';
import { keepDocumentJob } from '../accept-offer.ts';
import { findOffer, findVersion, keepDocumentHash, listSignatures } from '../store.ts';
import type { OfferRow } from '../table.ts';
import { termsOf } from '../terms-document.ts';
import type { PrintedOffer } from './printed-offer.ts';

export type OfferDocument = { bytes: Uint8Array; fileName: string; sha256: string };
export type OfferDocuments = {
  /** Of the newest version; what both signed is kept and given out byte by byte. */
  read(scope: TenantScope, offer: OfferRow): Promise<OfferDocument>;
  close(): Promise<void>;
};

type DocumentDeps = {
  database: Database;
  files: Files;
  jobs: Pick<JobRunner, 'handle'>;
  directory: Pick<TenantDirectory, 'byId'>;
};

export function createOfferDocuments(deps: DocumentDeps): OfferDocuments {
  const { database, files, jobs } = deps;
  const printer = createPrinter<PrintedOffer>(new URL('./print-worker.ts', import.meta.url));

  /** Soon after the signature: a later library or brand may print it otherwise, and what was signed stays. */
  async function keep(scope: TenantScope, offer: OfferRow, bytes: Uint8Array): Promise<void> {
    await files.put(documentKey(offer.id), bytes);
    await keepDocumentHash(database.db, scope, offer.id, hashOf(bytes));
  }

  async function read(scope: TenantScope, offer: OfferRow): Promise<OfferDocument> {
    const kept = offer.documentHash ? await files.get(documentKey(offer.id)) : undefined;
    if (kept && hashOf(kept) === offer.documentHash) return documentOf(offer, kept);
    return documentOf(offer, await printer.print(await printedOffer(deps, scope, offer)));
  }

  jobs.handle(keepDocumentJob, async ({ tenantId, payload }) => {
    const scope = tenantScope(tenantId!);
    const offer = await findOffer(database.db, scope, (payload as { id: string }).id);
    if (!offer || offer.documentHash) return;
    await keep(scope, offer, (await read(scope, offer)).bytes);
  });

  return { read, close: printer.close };
}

async function printedOffer(
  { database: { db }, files, directory }: DocumentDeps,
  scope: TenantScope,
  offer: OfferRow,
): Promise<PrintedOffer> {
  const tenant = await directory.byId(scope.tenantId);
  const current = offer.version > 0 ? await findVersion(db, scope, offer.id, offer.version) : undefined;
  const signatures = await listSignatures(db, scope, offer.id);
  const { freelancerId } = offer;
  const freelancer = freelancerId ? (await readFreelancerRows(db, [freelancerId])).get(freelancerId) : undefined;
  return {
    offerId: offer.id,
    version: offer.version,
    state: offer.state,
    terms: termsOf(current ?? offer),
    termsHash: (current ?? offer).termsHash,
    madeAtMs: current?.createdAt ?? offer.createdAt,
    client: { ...(await letterheadOf(files, printedBrand(tenant))), name: tenant?.name ?? '' },
    freelancer: freelancer?.name ?? offer.invitedName ?? '–',
    locale: tenant?.locale ?? 'en',
    signatures: signatures
      .filter(({ version }) => version === offer.version)
      .map(({ side, typedName, signedAt, termsHash }) => ({ side, typedName, signedAtMs: signedAt, termsHash })),
  };
}

function documentOf({ id, version }: OfferRow, bytes: Uint8Array): OfferDocument {
  return { bytes, fileName: `offer-${id}-v${version}.pdf`, sha256: hashOf(bytes) };
}

function documentKey(offerId: string): string {
  return `documents/${offerId.slice(3, 5)}/${offerId}.pdf`;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
