import { expect } from '@open-wc/testing';
import { post, whenIdentityIsAsked } from '../../api/client.ts';
import type { ApiProblem } from '../../api/problem.ts';
import { me } from '../../shell/session.ts';
import { answerWith, refusal, shown } from '../../testing/answers.ts';
import { signInFreelancer } from '../../testing/own-world.ts';
import { confirmIdentity } from './confirm-identity.ts';

const release = 'POST /v1/milestones/ms_1/release';
const signIn = 'POST /v1/auth/sign-in/email';
const verify = 'POST /v1/auth/two-factor/verify-totp';

describe('money that waits for the person to confirm who they are', () => {
  let isFresh: boolean;
  let keys: (string | undefined)[];
  let network: ReturnType<typeof answerWith>;
  const fresh = (answer: unknown) => () => {
    isFresh = true;
    return answer;
  };
  /** The API at the network: it refuses until somebody signed in anew. */
  const answers = (more: object = {}, personId = 'pe_1') => {
    network = answerWith({
      [release]: () => (isFresh ? { state: 'released' } : refusal(401, 'elevation_required')),
      [signIn]: fresh({ user: {} }),
      'GET /v1/me': { ...me.get(), person: { ...me.get()!.person, id: personId } },
      'GET /v1/auth/passkey/list-user-passkeys': [],
      ...more,
    });
    const { fetch } = window;
    window.fetch = (input, init) => {
      if (String(input).includes('/release')) keys.push(new Headers(init?.headers).get('idempotency-key') ?? undefined);
      return fetch(input, init);
    };
  };

  beforeEach(() => {
    signInFreelancer();
    isFresh = false;
    keys = [];
    whenIdentityIsAsked(confirmIdentity);
  });
  afterEach(() => {
    network.stop();
    for (const dialog of document.querySelectorAll('portal-confirm-identity')) dialog.remove();
  });

  const send = () =>
    post<{ state: string }>('/v1/milestones/ms_1/release', {}, { headers: { 'idempotency-key': 'key-1' } });
  const codeOf = (sent: Promise<unknown>) => sent.then(String, (problem: ApiProblem) => problem.code);
  const dialog = () => shown(() => document.querySelector('dialog[open]'), 'the dialog');
  const type = async (id: string, value: string) => {
    const input = await shown(() => document.querySelector<HTMLInputElement>(`dialog #${id}`), id);
    input.value = value;
    input.dispatchEvent(new Event('input'));
    document.querySelector<HTMLButtonElement>('dialog [type=submit]')!.click();
  };
  const asked = (called: string) => network.asked.filter(({ method, path }) => `${method} ${path}` === called);

  it('goes on with the same key after the password', async () => {
    answers();
    const sent = send();
    expect((await dialog()).textContent).to.contain('jonas@x.example');
    await expect(document.querySelector('dialog')!).to.be.accessible();
    await type('password', 'a long password');
    expect(await sent).to.deep.equal({ state: 'released' });
    expect(keys).to.deep.equal(['key-1', 'key-1']);
    expect(asked(signIn)[0]!.body).to.deep.equal({ email: 'jonas@x.example', password: 'a long password' });
    expect(document.querySelector('dialog')).to.equal(null);
  });

  it('asks for the code where there is a second step, and only then goes on', async () => {
    answers({ [signIn]: { twoFactorRedirect: true }, [verify]: fresh({}) });
    const sent = send();
    await type('password', 'a long password');
    await type('code', '123 456');
    expect(await sent).to.deep.equal({ state: 'released' });
    expect(asked(verify)[0]!.body).to.deep.equal({ code: '123456', trustDevice: false });
  });

  it('stays where it is after a wrong password, and says so', async () => {
    answers({ [signIn]: () => refusal(401, 'invalid_email_or_password') });
    const sent = send();
    await type('password', 'wrong');
    const notice = await shown(() => document.querySelector('dialog [role=alert]'), 'the refusal');
    expect(notice.textContent).to.contain('That password is not right.');
    document.querySelector('dialog')!.close();
    expect(await codeOf(sent)).to.equal('elevation_required');
    expect(asked(release).length).to.equal(1);
  });

  it('is not repeated when the dialog is closed', async () => {
    answers();
    const sent = send();
    (await dialog()).querySelector<HTMLButtonElement>('.actions [type=button]')!.click();
    expect(await codeOf(sent)).to.equal('elevation_required');
    expect(asked(release).length).to.equal(1);
  });

  it('is not repeated in the name of somebody else who signed in', async () => {
    answers({}, 'pe_2');
    const sent = send();
    await type('password', 'a long password');
    await shown(() => document.querySelector('dialog [role=alert]'), 'the refusal');
    document.querySelector('dialog')!.close();
    expect(await codeOf(sent)).to.equal('elevation_required');
    expect(asked(release).length).to.equal(1);
  });

  it('is asked about once for two commands at once', async () => {
    answers();
    const sent = Promise.all([send(), send()]);
    await dialog();
    expect(document.querySelectorAll('portal-confirm-identity').length).to.equal(1);
    await type('password', 'a long password');
    expect((await sent).length).to.equal(2);
    expect(asked(signIn).length).to.equal(1);
  });
});
