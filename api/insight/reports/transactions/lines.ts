import { spendKindOf } from '../charges.ts';
import { asClientsSee, type ClientEntry, type Part, partOf, unpackEntries } from '../client-entries.ts';
import type { Movement } from './movements.ts';

export const lineTypes = [
  'payment',
  'hourly',
  'fixedPrice',
  'bonus',
  'fee',
  'initiationFee',
  'tax',
  'chargeback',
  'other',
] as const;
export type LineType = (typeof lineTypes)[number];

/** One line of a statement: what came from or went to a bank, or what money was for. */
export type Line = {
  part: Exclude<Part, 'own'>;
  type: LineType;
  currency: string;
  /** Above zero taken from the client, below zero given: of a bank's money the other way round. */
  debitMinor: number;
  entries: ClientEntry[];
};
export type Statement = { lines: Line[] /** By currency, what its own accounts changed by. */; own: ClientEntry[] };

const order: readonly Part[] = ['payment', 'work', 'fee', 'initiation', 'tax'];

export function statementOf(movement: Movement): Statement {
  const entries = asClientsSee(unpackEntries(movement.entries));
  const lines = new Map<string, Line>();
  const own: ClientEntry[] = [];
  for (const entry of entries) {
    const part = partOf(entry);
    if (part === 'own') {
      own.push(entry);
      continue;
    }
    const key = `${entry.currency} ${part}`;
    const line = lines.get(key);
    if (line) {
      line.debitMinor += entry.amountMinor;
      line.entries.push(entry);
    } else
      lines.set(key, {
        part,
        type: typeOf(part, movement),
        currency: entry.currency,
        debitMinor: entry.amountMinor,
        entries: [entry],
      });
  }
  const all = [...lines.values()].filter(({ debitMinor }) => debitMinor !== 0);
  return { lines: all.sort((one, other) => order.indexOf(one.part) - order.indexOf(other.part)), own };
}

function typeOf(part: Exclude<Part, 'own'>, { purpose, what }: Movement): LineType {
  if (part === 'initiation') return 'initiationFee';
  if (part !== 'work') return part;
  const kind = purpose === null ? undefined : spendKindOf(purpose);
  if (kind) return kind === 'fixed' ? 'fixedPrice' : kind;
  return what.startsWith('bankDispute') ? 'chargeback' : 'other';
}
