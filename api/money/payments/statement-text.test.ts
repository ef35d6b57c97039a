import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PaidFor, paidForOf, statementText } from './statement-text.ts';

const title = 'Website: “new” of 2026';
const every: readonly PaidFor[] = [
  { kind: 'milestone', name: 'Design', title },
  { kind: 'milestone', name: '“Better” words, of ours', title: 'Website' },
  { kind: 'milestoneExtra', name: 'Design', title: 'Website' },
  { kind: 'week', startsOn: '2026-11-16', title },
  { kind: 'weekAdjusted', startsOn: '2026-11-16', title },
  { kind: 'retainer', title },
  { kind: 'bonus', title },
];

test('what a statement says is read back as it was meant', () => {
  for (const paidFor of every) assert.deepEqual(paidForOf(statementText(paidFor), paidFor.title), paidFor);
  const [, ...plain] = every;
  for (const paidFor of plain) assert.deepEqual(paidForOf(statementText(paidFor)), paidFor);
});

test('what somebody wrote is not taken for a statement', () => {
  for (const text of ['', 'Pro plan', 'INV-2026-0007', 'Weeks of work: none', 'Milestone 2 of Website'])
    assert.equal(paidForOf(text), undefined);
});
