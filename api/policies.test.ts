import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { test } from 'node:test';
import type { AnyPolicy } from './platform/policies/policy.ts';
import { policies } from './policies.ts';

const folder = import.meta.dirname;

test('every policy that is defined is listed, so that it can be set', async () => {
  const defined: string[] = [];
  for (const path of globSync(
    '{platform,money,procurement,talent,work,hiring,collaboration,insight}/**/{policy,*-policy}.ts',
    { cwd: folder },
  )) {
    const module: Record<string, unknown> = await import(`${folder}/${path}`);
    defined.push(
      ...Object.values(module)
        .filter(isPolicy)
        .map(({ name }) => name),
    );
  }
  assert.ok(defined.length > 0);
  assert.deepEqual(policies.map(({ name }) => name).toSorted(), defined.toSorted());
});

for (const { name, schema, defaults, byTenant } of policies) {
  test(`the defaults of ${name} are within its own bounds, and tenants set what there is`, () => {
    assert.deepEqual(schema.parse(defaults), defaults);
    for (const key of byTenant) assert.ok(key in defaults, key);
  });
}

function isPolicy(value: unknown): value is AnyPolicy {
  return typeof value === 'object' && value !== null && 'byTenant' in value && 'defaults' in value && 'name' in value;
}
