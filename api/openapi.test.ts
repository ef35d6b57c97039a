import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { operations } from './testing/access.ts';

type Described = { summary?: string; tags?: string[]; responses: Record<string, { description?: string }> };

const file = new URL('./openapi.json', import.meta.url);
const { paths } = JSON.parse(await readFile(file, 'utf8')) as { paths: Record<string, Record<string, Described>> };
const described = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, ...operation })),
);

describe('the API description', () => {
  test('says of every operation what it does and where it belongs', () => {
    const mute = described.filter(({ summary, tags }) => !summary || tags?.length !== 1);
    assert.deepEqual(
      mute.map(({ name }) => name),
      [],
    );
  });

  test('says of every operation what success and refusal look like', () => {
    const lacking = described.filter(({ responses }) => {
      const statuses = Object.keys(responses);
      return !statuses.some((status) => status.startsWith('2')) || !statuses.some((status) => status.startsWith('4'));
    });
    assert.deepEqual(
      lacking.map(({ name }) => name),
      [],
    );
  });

  test('and the list of who may call what name the same operations', () => {
    assert.deepEqual(described.map(({ name }) => name).sort(), Object.keys(operations).sort());
  });
});
