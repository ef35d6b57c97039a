import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minifyHTMLLiterals } from 'minify-literals';
import { withFreedSpaces, withHeldSpaces } from './minify-templates.ts';

test('a template that goes on in a line keeps the space it begins with', async () => {
  const code = `const a = html\`<p>Invoice\${isPaid ? html\` · \${state}\` : html\` <b>open</b>\`}</p>\n  <i>x</i>\`;`;
  const minified = await minifyHTMLLiterals(withHeldSpaces(code), { fileName: 'a.ts' });
  const shipped = withFreedSpaces(minified?.code ?? '');
  assert.ok(shipped.includes(`html\` · \${state}\``), shipped);
  assert.ok(shipped.includes('html` <b>open</b>`'), shipped);
  assert.ok(!shipped.includes('\n'), shipped);
});
