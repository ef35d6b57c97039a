import { h, ref } from 'vue';

const { jobId, contractId } = document.getElementById('vue-app')!.dataset;

const findTalent = {
  setup() {
    const chosen = ref('');
    return () => [
      h('p', [h('output', chosen.value ? `Last opened: ${chosen.value}` : 'Open a profile to see the page react')]),
      h('hire-talent-search', {
        'page-size': '10',
        'onHire-select': ({ detail }: HTMLElementEventMap['hire-select']) => {
          chosen.value = detail.freelancer.name;
        },
      }),
    ];
  },
};

const postAJob = {
  setup() {
    const said = ref('Nothing written yet');
    return () => [
      h('p', [h('output', said.value)]),
      h('hire-job-post', {
        'job-id': jobId,
        'onHire-job-saved': ({ detail }: HTMLElementEventMap['hire-job-saved']) => {
          said.value = `Draft ${detail.id} is kept`;
        },
        'onHire-job-posted': ({ detail }: HTMLElementEventMap['hire-job-posted']) => {
          said.value = detail.jobPost.state === 'open' ? `${detail.jobPost.title} is open` : 'Waiting for approval';
        },
      }),
    ];
  },
};

const contracts = {
  setup() {
    const said = ref('Nothing released yet');
    return () => [
      h('p', [h('output', said.value)]),
      h('hire-contract-status', {
        'contract-id': contractId,
        'onHire-milestone-released': ({ detail }: HTMLElementEventMap['hire-milestone-released']) => {
          said.value = `Released: ${detail.milestone.description}`;
        },
      }),
    ];
  },
};

const hours = {
  setup() {
    const decided = ref(0);
    return () => [
      h('p', [h('output', decided.value > 0 ? `Decided about: ${decided.value}` : 'Nothing decided yet')]),
      h('hire-timesheet-review', {
        'onHire-timesheet-decided': () => {
          decided.value += 1;
        },
      }),
    ];
  },
};

const approvals = {
  setup() {
    const said = ref('Nothing decided yet');
    return () => [
      h('p', [h('output', said.value)]),
      h('hire-approvals', {
        'onHire-approval-decided': ({ detail }: HTMLElementEventMap['hire-approval-decided']) => {
          said.value = `${detail.approval.title}: ${detail.decision}`;
        },
      }),
    ];
  },
};

const pool = {
  setup() {
    const said = ref('Nobody opened yet');
    return () => [
      h('p', [h('output', said.value)]),
      h('hire-talent-pool', {
        'onHire-pool-member': ({ detail }: HTMLElementEventMap['hire-pool-member']) => {
          said.value = `${detail.action}: ${detail.member.name}`;
        },
      }),
    ];
  },
};

const spend = {
  setup() {
    const said = ref('No figure opened yet');
    return () => [
      h('p', [h('output', said.value)]),
      h('hire-spend', {
        period: 'lastMonth',
        'onHire-spend-open': ({ detail }: HTMLElementEventMap['hire-spend-open']) => {
          said.value = `${detail.dimension}: ${detail.label}`;
        },
      }),
    ];
  },
};

const proposals = {
  setup() {
    const said = ref('No proposal opened yet');
    return () => [
      h('p', [h('output', said.value)]),
      h('hire-proposals', {
        'job-id': jobId,
        'onHire-proposal': ({ detail }: HTMLElementEventMap['hire-proposal']) => {
          said.value = `${detail.action}: ${detail.proposal.freelancer.name}`;
        },
      }),
    ];
  },
};

const everything = {
  setup: () => () => [
    h('hire-talent-search', { 'page-size': '3' }),
    h('hire-job-post'),
    h('hire-proposals'),
    h('hire-contract-status'),
    h('hire-timesheet-review'),
    h('hire-approvals'),
    h('hire-talent-pool'),
    h('hire-spend'),
  ],
};

export const pages: Record<string, typeof findTalent> = {
  'find-talent': findTalent,
  'post-a-job': postAJob,
  proposals,
  contracts,
  hours,
  approvals,
  pool,
  spend,
  everything,
};
