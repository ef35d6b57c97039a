import { expect } from '@open-wc/testing';
import { Autosave } from './autosave.ts';
import { ApiProblem } from './problem.ts';

type Note = { title: string; text: string };
type Change = Partial<Note>;
type Write = (change: Change, ifMatch: string | undefined) => Promise<{ data: Note; etag: string }>;

const keepAs = 'autosave-test';
const kept = () => JSON.parse(localStorage.getItem(keepAs) ?? '{}');

/** A server with one note that counts its revisions. */
function open(write?: Write) {
  const server = { note: { title: 'a', text: '' } as Note, revision: 1 };
  const sent: [Change, string | undefined][] = [];
  const plain: Write = async (change, ifMatch) => {
    if (ifMatch !== String(server.revision)) throw new ApiProblem(412, 'changed_meanwhile', 'Changed.');
    server.note = { ...server.note, ...change };
    server.revision += 1;
    return { data: server.note, etag: String(server.revision) };
  };
  const save = new Autosave<Note, Change>(
    { data: server.note, etag: '1' },
    {
      read: async () => ({ data: server.note, etag: String(server.revision) }),
      write: (change, ifMatch) => {
        sent.push([change, ifMatch]);
        return (write ?? plain)(change, ifMatch);
      },
      keepAs,
    },
  );
  return { save, server, sent };
}

describe('what is written in a form that saves itself', () => {
  beforeEach(() => localStorage.removeItem(keepAs));

  it('is on the device before it is sent, and only on the server after', async () => {
    const { save, server } = open();
    save.change({ title: 'b' });
    expect(kept()).to.deep.equal({ title: 'b' });
    expect(await save.flush()).to.equal(true);
    expect(server.note.title).to.equal('b');
    expect(kept()).to.deep.equal({});
    expect(save.status.get().kind).to.equal('saved');
  });

  it('goes out one request after the other, each with the ETag of the one before', async () => {
    const { save, sent } = open();
    save.change({ title: 'b' });
    const first = save.flush();
    await Promise.resolve();
    save.change({ text: 'more' });
    await first;
    await save.flush();
    expect(sent.map(([, ifMatch]) => ifMatch)).to.deep.equal(['1', '2']);
  });

  it('is kept when it was typed on while its request was under way', async () => {
    let answer = () => {};
    const { save } = open(
      (change) =>
        new Promise((resolve) => {
          answer = () => resolve({ data: { title: change.title ?? '', text: '' }, etag: '2' });
        }),
    );
    save.change({ title: 'b' });
    const first = save.flush();
    await Promise.resolve();
    save.change({ title: 'bc' });
    answer();
    await first;
    expect(save.changes.get()).to.deep.equal({ title: 'bc' });
    expect(save.hasUnsaved).to.equal(true);
    save.stop();
  });

  it('waits for the person when somebody else changed it, who may keep the own words', async () => {
    const { save, server } = open();
    server.note = { title: 'theirs', text: 'theirs' };
    server.revision = 7;
    save.change({ title: 'mine' });
    expect(await save.flush()).to.equal(false);
    expect(save.status.get().kind).to.equal('conflict');
    expect(server.note.title).to.equal('theirs');
    await save.resolve('mine');
    expect(server.note).to.deep.equal({ title: 'mine', text: 'theirs' });
  });

  it('is dropped when the person takes the other version', async () => {
    const { save, server } = open();
    server.note = { title: 'theirs', text: '' };
    server.revision = 7;
    save.change({ title: 'mine' });
    await save.flush();
    await save.resolve('theirs');
    expect(save.kept.get().title).to.equal('theirs');
    expect(save.hasUnsaved).to.equal(false);
  });

  it('says beside the field what the server refused, and forgets it when the field is changed', async () => {
    const { save } = open(async () => {
      throw new ApiProblem(422, 'invalid_input', 'No.', {
        errors: [{ pointer: '/title', code: 'too_long', message: 'Shorter.' }],
      });
    });
    save.change({ title: 'b' });
    await save.flush();
    expect(save.status.get().kind).to.equal('refused');
    expect(save.errors.get()).to.deep.equal({ title: 'Shorter.' });
    save.change({ title: 'c' });
    expect(save.errors.get()).to.deep.equal({});
    save.stop();
  });

  it('is found again after the page was closed without a connection', async () => {
    const { save } = open(async () => {
      throw new ApiProblem(0, 'offline', '');
    });
    save.change({ text: 'words' });
    expect(await save.flush()).to.equal(false);
    expect(save.status.get().kind).to.equal('waiting');
    save.stop();
    const again = open();
    expect(await again.save.flush()).to.equal(true);
    expect(again.server.note.text).to.equal('words');
  });
});
