import { sql } from 'kysely';
import type { InvoiceKind, InvoiceSplit, InvoiceState, LineKind } from '../../../money/invoices/invoice.ts';
import type { TenantReading } from '../definition.ts';
import { dayName } from '../periods.ts';

/** What a document that was issued by the instant asked for says of one charge. */
export type Document = {
  number: string;
  /** `2026-11` of a month's, else the day of issue. */
  period: string;
  group: string | null;
  line: string;
  minutes: number | null;
  workMinor: number;
  feeMinor: number;
  taxMinor: number;
  taxBasisPoints: number | null;
  dueAt: number | null;
  status: InvoiceState;
  /** Of a credit note what it takes back; of another the notes that take back of it. */
  credits: string | null;
};

type LineRow = {
  invoiceId: string;
  transferId: string;
  kind: LineKind;
  description: string;
  quantityMinutes: number | null;
  amountMinor: number;
  taxBasisPoints: number | null;
  team: string | null;
  costCenter: string | null;
  purchaseOrder: string | null;
  invoiceKind: InvoiceKind;
  number: string;
  splitBy: InvoiceSplit;
  periodFrom: number | null;
  issuedAt: number;
  dueAt: number | null;
  creditsNumber: string | null;
};

export async function readDocuments(
  reading: TenantReading,
  charges: readonly { transferId: string }[],
): Promise<Map<string, Document>> {
  if (charges.length === 0) return new Map();
  const lines = await readLines(reading, charges);
  const ids = [...new Set(lines.map(({ invoiceId }) => invoiceId))];
  const [states, notes] = [await readStates(reading, ids), await readNotes(reading, ids)];
  const documents = new Map<string, Document>();
  for (const line of lines) {
    const found = documents.get(line.transferId) ?? documentOf(line, states, notes);
    documents.set(line.transferId, addLine(found, line));
  }
  return documents;
}

function documentOf(
  { invoiceId, invoiceKind, number, splitBy, periodFrom, issuedAt, dueAt, creditsNumber, ...line }: LineRow,
  states: ReadonlyMap<string, InvoiceState>,
  notes: ReadonlyMap<string, string>,
): Document {
  return {
    number,
    period: periodFrom === null ? dayName(issuedAt) : dayName(periodFrom).slice(0, 7),
    group: splitBy === 'none' ? null : line[splitBy],
    line: '',
    minutes: null,
    workMinor: 0,
    feeMinor: 0,
    taxMinor: 0,
    taxBasisPoints: null,
    dueAt,
    status: states.get(invoiceId) ?? 'issued',
    credits: invoiceKind === 'creditNote' ? creditsNumber : (notes.get(invoiceId) ?? null),
  };
}

function addLine(
  document: Document,
  { kind, amountMinor, description, quantityMinutes, taxBasisPoints }: LineRow,
): Document {
  switch (kind) {
    case 'fee':
    case 'initiation':
      return { ...document, feeMinor: document.feeMinor + amountMinor };
    case 'tax':
      return { ...document, taxMinor: document.taxMinor + amountMinor, taxBasisPoints };
    default:
      return { ...document, workMinor: document.workMinor + amountMinor, line: description, minutes: quantityMinutes };
  }
}

async function readLines({ db, scope, asOfMs }: TenantReading, charges: readonly { transferId: string }[]) {
  const { rows } = await sql<LineRow>`
    select l."invoiceId", l."transferId", l."kind", l."description", l."quantityMinutes", l."amountMinor", l."taxBasisPoints",
      l."team", l."costCenter", l."purchaseOrder", i."kind" as "invoiceKind", i."number", i."splitBy", i."periodFrom",
      i."issuedAt", i."dueAt", o."number" as "creditsNumber"
    from "invoiceLines" as l inner join "invoices" as i on i."id" = l."invoiceId" left join "invoices" as o on o."id" = i."creditsId"
    where l."transferId" in (${sql.join(charges.map(({ transferId }) => transferId))}) and i."ownerKind" = 'tenant'
      and i."ownerId" = ${scope.tenantId} and i."issuedAt" <= ${asOfMs}
    order by l."transferId", l."position"`.execute(db);
  return rows;
}

/** Where each stood: the last of its moves by then. */
async function readStates({ db, scope, asOfMs }: TenantReading, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, InvoiceState>();
  const moves = await db
    .selectFrom('moves')
    .select(['subjectId', 'toState'])
    .where('tenantId', '=', scope.tenantId)
    .where('subjectKind', '=', 'invoice')
    .where('subjectId', 'in', ids)
    .where('toState', 'is not', null)
    .where('occurredAt', '<=', asOfMs)
    .orderBy('subjectId')
    .orderBy('sequence')
    .execute();
  return new Map(moves.map(({ subjectId, toState }) => [subjectId, toState as InvoiceState]));
}

async function readNotes({ db, asOfMs }: TenantReading, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string>();
  const notes = await db
    .selectFrom('invoices')
    .select(['creditsId', 'number'])
    .where('creditsId', 'in', ids)
    .where('issuedAt', '<=', asOfMs)
    .orderBy('issuedAt')
    .orderBy('id')
    .execute();
  const of = Map.groupBy(notes, ({ creditsId }) => creditsId!);
  return new Map([...of].map(([id, all]) => [id, all.map(({ number }) => number).join(', ')]));
}
