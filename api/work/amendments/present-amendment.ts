import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { ContractSide } from '../contracts/contract.ts';
import { type AgreedContract, readTermsVersions } from '../contracts/read-contracts.ts';
import type { AgreedTerms } from '../contracts/schema.ts';
import { differencesOf } from '../contracts/terms-differences.ts';
import { amendmentCan } from './amendment.ts';
import { isShownToFreelancer, readAmendments } from './read-amendments.ts';
import type { Amendment, AmendmentList, TermsVersion } from './schema.ts';
import { listSignatures } from './store.ts';
import type { AmendmentRow } from './table.ts';
import { isFromNextWeek } from './terms-change.ts';

type Asker = { side: ContractSide; name: string; mayAct: boolean };

export async function presentList(db: Executor, contract: AgreedContract, asker: Asker): Promise<AmendmentList> {
  const rows = (await readAmendments(db, contract.id)).filter(
    (row) => asker.side === 'client' || isShownToFreelancer(row),
  );
  const versions = await termsVersions(db, contract);
  return { items: await presentAmendments(db, rows, versions, asker), versions };
}

export async function presentOne(
  db: Executor,
  contract: AgreedContract,
  row: AmendmentRow,
  asker: Asker,
): Promise<Amendment> {
  const [one] = await presentAmendments(db, [row], await termsVersions(db, contract), asker);
  return one!;
}

async function termsVersions(db: Executor, contract: AgreedContract): Promise<TermsVersion[]> {
  const rows = await readTermsVersions(db, contract.id);
  return rows.map(({ version, termsHash, effectiveFrom, amendmentId, terms }) => ({
    version,
    termsHash,
    effectiveFrom: effectiveFrom === 0 ? null : isoInstant(effectiveFrom),
    amendmentId,
    isInForce: version === contract.termsVersion,
    terms: JSON.parse(terms),
  }));
}

async function presentAmendments(
  db: Executor,
  rows: readonly AmendmentRow[],
  versions: readonly TermsVersion[],
  { side, name, mayAct }: Asker,
): Promise<Amendment[]> {
  const ids = rows.map(({ id }) => id);
  const signatures = Map.groupBy(
    ids.length === 0 ? [] : await listSignatures(db, ids),
    ({ amendmentId }) => amendmentId,
  );
  return rows.map((row) => {
    const before = versions.find(({ version }) => version === row.baseVersion)!.terms;
    const terms: AgreedTerms = JSON.parse(row.terms);
    return {
      id: row.id,
      contractId: row.contractId,
      state: row.state,
      proposedBy: row.proposedBy,
      version: row.version,
      terms,
      termsHash: row.termsHash,
      differences: differencesOf({ version: row.baseVersion, terms: before }, { version: row.version, terms }),
      message: row.message,
      takesEffect: isFromNextWeek(before, terms) ? 'nextWeek' : 'atOnce',
      effectiveFrom: instantOf(row.effectiveFrom),
      expiresAt: instantOf(row.expiresAt),
      endReason: row.endReason,
      approvalId: side === 'client' ? row.approvalId : null,
      signatures: (signatures.get(row.id) ?? []).map((signature) => ({
        side: signature.side,
        typedName: signature.typedName,
        signedAt: isoInstant(signature.signedAt),
        termsHash: signature.termsHash,
      })),
      mayAnswer: mayAct && row.proposedBy !== side && amendmentCan.accept(row),
      mayWithdraw: mayAct && row.proposedBy === side && amendmentCan.withdraw(row),
      signerName: name,
      createdAt: isoInstant(row.createdAt),
      updatedAt: isoInstant(row.updatedAt),
    };
  });
}

const instantOf = (atMs: number | null) => (atMs === null ? null : isoInstant(atMs));
