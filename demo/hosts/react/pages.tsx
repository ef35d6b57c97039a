import type { Approvals as ApprovalsElement } from '@portico/widgets/approvals/approvals.ts';
import type { ContractStatus } from '@portico/widgets/contract-status/contract-status.ts';
import type { JobPostForm } from '@portico/widgets/job-post/job-post.ts';
import type { Proposals as ProposalsElement } from '@portico/widgets/proposals/proposals.ts';
import type { Spend as SpendElement } from '@portico/widgets/spend/spend.ts';
import type { TalentPool } from '@portico/widgets/talent-pool/talent-pool.ts';
import type { TalentSearch } from '@portico/widgets/talent-search/talent-search.ts';
import type { TimesheetReview } from '@portico/widgets/timesheet-review/timesheet-review.ts';
import { useEffect, useRef, useState } from 'react';

const { jobId, contractId } = document.getElementById('react-app')!.dataset;

function FindTalent() {
  const search = useRef<TalentSearch>(null);
  const [saved, setSaved] = useState<string[]>([]);
  const [scheme, setScheme] = useState('light dark');

  useEffect(() => {
    const element = search.current!;
    const onSave = ({ detail }: HTMLElementEventMap['hire-save']) =>
      setSaved((names) =>
        detail.saved ? [...names, detail.freelancer.name] : names.filter((name) => name !== detail.freelancer.name),
      );
    element.addEventListener('hire-save', onSave);
    return () => element.removeEventListener('hire-save', onSave);
  }, []);

  return (
    <>
      <p>
        <label>
          Colors{' '}
          <select value={scheme} onChange={(event) => setScheme(event.target.value)}>
            <option value="light dark">as the system</option>
            <option value="light">light</option>
            <option value="dark">dark</option>
          </select>
        </label>{' '}
        <output>{saved.length > 0 ? `Saved just now: ${saved.join(', ')}` : 'Nobody saved yet'}</output>
      </p>
      <div style={{ colorScheme: scheme }}>
        <hire-talent-search ref={search} page-size="10" />
      </div>
    </>
  );
}

/** The host takes part: it names the team, and says where the post went. */
function PostAJob() {
  const form = useRef<JobPostForm>(null);
  const [said, setSaid] = useState('');

  useEffect(() => {
    const element = form.current!;
    const onSaved = ({ detail }: HTMLElementEventMap['hire-job-saved']) => setSaid(`Draft ${detail.id} is kept`);
    const onPosted = ({ detail }: HTMLElementEventMap['hire-job-posted']) =>
      setSaid(detail.jobPost.state === 'open' ? `${detail.jobPost.title} is open` : 'Waiting for approval');
    element.addEventListener('hire-job-saved', onSaved);
    element.addEventListener('hire-job-posted', onPosted);
    return () => {
      element.removeEventListener('hire-job-saved', onSaved);
      element.removeEventListener('hire-job-posted', onPosted);
    };
  }, []);

  return (
    <>
      <p>
        <output>{said || 'Nothing written yet'}</output>
      </p>
      <hire-job-post ref={form} job-id={jobId} />
    </>
  );
}

/** The host hears what left escrow, and could tell its own ledger. */
function Contracts() {
  const list = useRef<ContractStatus>(null);
  const [said, setSaid] = useState('');

  useEffect(() => {
    const element = list.current!;
    const onReleased = ({ detail }: HTMLElementEventMap['hire-milestone-released']) =>
      setSaid(`Released: ${detail.milestone.description}`);
    element.addEventListener('hire-milestone-released', onReleased);
    return () => element.removeEventListener('hire-milestone-released', onReleased);
  }, []);

  return (
    <>
      <p>
        <output>{said || 'Nothing released yet'}</output>
      </p>
      <hire-contract-status ref={list} contract-id={contractId} />
    </>
  );
}

function Hours() {
  const list = useRef<TimesheetReview>(null);
  const [decided, setDecided] = useState(0);

  useEffect(() => {
    const element = list.current!;
    const onDecided = () => setDecided((count) => count + 1);
    element.addEventListener('hire-timesheet-decided', onDecided);
    return () => element.removeEventListener('hire-timesheet-decided', onDecided);
  }, []);

  return (
    <>
      <p>
        <output>{decided > 0 ? `Decided about: ${decided}` : 'Nothing decided yet'}</output>
      </p>
      <hire-timesheet-review ref={list} />
    </>
  );
}

/** The host counts what was decided, as a dashboard beside it would. */
function Approvals() {
  const inbox = useRef<ApprovalsElement>(null);
  const [said, setSaid] = useState('');

  useEffect(() => {
    const element = inbox.current!;
    const onDecided = ({ detail }: HTMLElementEventMap['hire-approval-decided']) =>
      setSaid(`${detail.approval.title}: ${detail.decision}`);
    element.addEventListener('hire-approval-decided', onDecided);
    return () => element.removeEventListener('hire-approval-decided', onDecided);
  }, []);

  return (
    <>
      <p>
        <output>{said || 'Nothing decided yet'}</output>
      </p>
      <hire-approvals ref={inbox} />
    </>
  );
}

/** The host hears whom somebody wants to hire; its own form could take over. */
function Pool() {
  const pool = useRef<TalentPool>(null);
  const [said, setSaid] = useState('');

  useEffect(() => {
    const element = pool.current!;
    const onMember = ({ detail }: HTMLElementEventMap['hire-pool-member']) =>
      setSaid(`${detail.action}: ${detail.member.name}`);
    element.addEventListener('hire-pool-member', onMember);
    return () => element.removeEventListener('hire-pool-member', onMember);
  }, []);

  return (
    <>
      <p>
        <output>{said || 'Nobody opened yet'}</output>
      </p>
      <hire-talent-pool ref={pool} />
    </>
  );
}

/** The host hears which figure was opened; its own dashboard could show it instead. */
function Spend() {
  const figures = useRef<SpendElement>(null);
  const [said, setSaid] = useState('');

  useEffect(() => {
    const element = figures.current!;
    const onOpen = ({ detail }: HTMLElementEventMap['hire-spend-open']) =>
      setSaid(`${detail.dimension}: ${detail.label}`);
    element.addEventListener('hire-spend-open', onOpen);
    return () => element.removeEventListener('hire-spend-open', onOpen);
  }, []);

  return (
    <>
      <p>
        <output>{said || 'No figure opened yet'}</output>
      </p>
      <hire-spend ref={figures} period="lastMonth" />
    </>
  );
}

/** The host hears what is done with a proposal, and could take over. */
function Proposals() {
  const board = useRef<ProposalsElement>(null);
  const [said, setSaid] = useState('');

  useEffect(() => {
    const element = board.current!;
    const onOpen = ({ detail }: HTMLElementEventMap['hire-proposal']) =>
      setSaid(`${detail.action}: ${detail.proposal.freelancer.name}`);
    element.addEventListener('hire-proposal', onOpen);
    return () => element.removeEventListener('hire-proposal', onOpen);
  }, []);

  return (
    <>
      <p>
        <output>{said || 'No proposal opened yet'}</output>
      </p>
      <hire-proposals ref={board} job-id={jobId} />
    </>
  );
}

function Everything() {
  return (
    <>
      <hire-talent-search page-size="3" />
      <hire-job-post />
      <hire-proposals />
      <hire-contract-status />
      <hire-timesheet-review />
      <hire-approvals />
      <hire-talent-pool />
      <hire-spend />
    </>
  );
}

export const pages: Record<string, () => React.JSX.Element> = {
  'find-talent': FindTalent,
  'post-a-job': PostAJob,
  proposals: Proposals,
  contracts: Contracts,
  hours: Hours,
  approvals: Approvals,
  pool: Pool,
  spend: Spend,
  everything: Everything,
};
