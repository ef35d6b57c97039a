import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockedIsOver, refusalIsOver, type Working } from './obstacle-is-over.ts';

const page = 'https://intranet.acme.example';
const secondMs = 1000;
const dayMs = 86_400 * secondMs;
const nowMs = Date.UTC(2026, 10, 23, 12);
const ago = (seconds: number) => nowMs - seconds * secondMs;
const working = (changed: Partial<Working> = {}): Working => ({
  nowMs,
  allowed: new Set([page]),
  lastSessionMs: undefined,
  lastLoadMs: () => undefined,
  lastUseMs: () => undefined,
  ...changed,
});

test('a refusal is over once what it stood in the way of has worked', () => {
  const refused = (kind: 'session' | 'request', code: string, origin = page) => ({
    kind,
    code,
    origin,
    lastAt: ago(60),
  });
  const later = { lastSessionMs: ago(30), lastUseMs: () => ago(30) };
  const cases: [refusal: ReturnType<typeof refused>, before: boolean, after: boolean][] = [
    [refused('session', 'key_revoked', ''), false, true],
    [refused('request', 'session_denied'), false, true],
    // Allowed meanwhile, or not: what works elsewhere says nothing of it.
    [refused('request', 'origin_not_allowed'), true, true],
    [refused('request', 'origin_not_allowed', 'https://new.acme.example'), false, false],
    [refused('session', 'unknown_member'), false, false],
  ];
  for (const [refusal, before, after] of cases) {
    assert.equal(refusalIsOver(refusal, working({ lastSessionMs: ago(90), lastUseMs: () => ago(90) })), before);
    assert.equal(refusalIsOver(refusal, working(later)), after, refusal.code);
    assert.equal(refusalIsOver({ ...refusal, lastAt: nowMs - dayMs - 1 }, working()), true);
  }
});

test('a blocked source is over once the page was loaded again without a complaint', () => {
  const blocked = { origin: page, lastAt: ago(60) };
  const loaded = (seconds: number) => working({ lastLoadMs: () => ago(seconds) });
  assert.deepEqual(
    [61, 30, 2].map((seconds) => blockedIsOver(blocked, loaded(seconds))),
    [false, true, false],
  );
});
