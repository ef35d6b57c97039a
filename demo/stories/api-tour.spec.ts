import { execFile } from 'node:child_process';
import { mkdtemp, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, portalUrl, test } from './clean-page.ts';

const run = promisify(execFile);

test('the README’s API tour goes from a post to earned money and a report, as it stands there', async () => {
  // Some sixty processes, one after another.
  test.slow();
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const tour = /## API tour[\s\S]*?```sh\n([\s\S]*?)```/.exec(readme)![1]!;
  const folder = await mkdtemp(join(tmpdir(), 'tour-'));
  const { stdout } = await run('bash', ['-e', '-c', tour.replaceAll('http://localhost:4000', portalUrl)], {
    cwd: folder,
    timeout: 150_000,
  });
  expect(stdout.trim().split('\n')).toEqual([
    'approved',
    'approved',
    'approved',
    '1 by the client, 2 by the freelancer, 3 by the client',
    expect.stringMatching(/approve by Samuel Adeyemi, fill by Adaeze Okafor$/),
    'clientFunding → escrow 10000, clientFunding → platformFees 500',
    'funded',
    'submitted',
    'funded',
    '2',
    expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    'submitWork',
    'funded 1000000',
    'inEscrow 100000',
    'released 900000',
    '1050000',
    expect.stringMatching(/^escrow 1000000 \+ platformFees 50000/),
  ]);
  expect((await stat(join(folder, 'offer.pdf'))).size).toBeGreaterThan(10_000);
  expect((await readFile(join(folder, 'offer.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
});
