import { createEmbed, sessionFromUrl } from '@portico/widgets';
import '@portico/widgets/define/approvals';
import '@portico/widgets/define/contract-status';
import '@portico/widgets/define/job-post';
import '@portico/widgets/define/spend';
import '@portico/widgets/define/talent-pool';
import '@portico/widgets/define/talent-search';
import '@portico/widgets/define/timesheet-review';
import { createApp, h, ref } from 'vue';

const root = document.getElementById('vue-app')!;

createEmbed({ apiBase: root.dataset.talentBase!, fetchSession: sessionFromUrl('/api/hire-session') });

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

const pages: Record<string, typeof findTalent> = { 'post-a-job': postAJob, contracts, hours, approvals, pool, spend };
createApp(pages[root.dataset.page ?? ''] ?? findTalent).mount(root);
