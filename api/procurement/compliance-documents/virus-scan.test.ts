import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { onboardingWorld, paperTask } from '../../testing/onboarding-world.ts';
import { refusal } from '../../testing/proposals-world.ts';
import { clamd } from './virus-scan.ts';
import { watchScans } from './watch-scans.ts';

/** Speaks clamd's INSTREAM as its manual has it, and finds what says that it is bad. */
function listenAsClamd(): Server {
  return createServer(async (socket) => {
    let bytes = Buffer.alloc(0);
    for await (const chunk of socket) {
      bytes = Buffer.concat([bytes, chunk as Buffer]);
      const file = fileIn(bytes);
      if (file === undefined) continue;
      const answer = file.includes('silent')
        ? 'INSTREAM size limit exceeded. ERROR'
        : `stream: ${file.includes('bad') ? 'Test.Bad FOUND' : 'OK'}`;
      socket.end(`${answer}\0`);
      return;
    }
  });
}

function fileIn(bytes: Buffer): string | undefined {
  const command = 'zINSTREAM\0';
  let at = command.length;
  let text = '';
  while (bytes.length >= at + 4) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return bytes.toString('utf8', 0, command.length) === command ? text : undefined;
    text += bytes.toString('utf8', at + 4, at + 4 + length);
    at += 4 + length;
  }
  return undefined;
}

async function* pieces(...texts: string[]) {
  for (const text of texts) yield new TextEncoder().encode(text);
}

describe('scanning papers', () => {
  const world = onboardingWorld();
  const { member, freelancer, ok, hands, decides } = world;
  let server: Server;
  let port = 0;

  before(async () => {
    server = listenAsClamd().listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as { port: number }).port;
  });
  after(() => server.close());
  const scanner = () => clamd({ host: '127.0.0.1', port });

  test('a file is clean, unsafe, or not judged: never taken for clean without the word', async () => {
    assert.equal(await scanner().scan(pieces('a good', ' file')), 'clean');
    assert.equal(await scanner().scan(pieces('x'.repeat(200_000), 'ba', 'd')), 'unsafe');
    await assert.rejects(scanner().scan(pieces('silent')), /size limit/);
    await assert.rejects(clamd({ host: '127.0.0.1', port: 1 }).scan(pieces('a')), /ECONNREFUSED/);
  });

  test('nobody is given a paper before it was scanned, and what is unsafe is given back', async () => {
    const [owner, ada] = [await member('Owner0', 'owner'), await freelancer('Ada0')];
    await world.template(owner, [paperTask]);
    const { id } = await world.contract(owner, ada);
    const [task] = (await world.of(owner, id)).tasks;
    const { database, jobs } = world.deps();
    await ok(await hands(ada, task!.id, { documents: [{ fileId: await world.paper(ada) }] }));
    await database.db.updateTable('complianceDocuments').set({ scan: 'waiting' }).execute();
    const waiting = await world.task(owner, task!.id);
    assert.deepEqual(
      waiting.documents.map(({ scan, file }) => [scan, file]),
      [['waiting', null]],
    );
    assert.deepEqual(await refusal(await decides(owner, task!.id, 'acceptance')), [409, 'document_unsafe']);
    watchScans({ ...world.deps(), virusScanner: { scan: async () => 'unsafe' } });
    await jobs.runDue();
    await jobs.runDue();
    const back = await world.task(owner, task!.id);
    assert.deepEqual([back.state, back.documents[0]?.scan, back.documents[0]?.file], ['returned', 'unsafe', null]);
  });
});
