export type Project = {
  name: string;
  /** How its types are checked; each line of a file that says `wrong` must be refused, and no other. */
  check: 'tsc' | 'vue-tsc' | 'svelte-check' | 'ngc';
  /** Built with its framework's own compiler after that, without the files that are wrong. */
  build: 'vite' | 'ngc';
  files: Record<string, string>;
};

const start = `import { createEmbed, sessionFromUrl } from '@portico/widgets';
import '@portico/widgets/define/talent-search';
import '@portico/widgets/define/job-post';
import '@portico/widgets/define/contract-status';
createEmbed({ apiBase: 'https://talent.acme.example', fetchSession: sessionFromUrl('/api/hire-session') });
`;
const page = (script: string) => `<!doctype html><div id="app"></div><script type="module" src="./${script}"></script>`;

/** What a listener reads of each event, by element. */
const events: Record<string, Record<string, string>> = {
  'talent-search': {
    'hire-search': 'query.q?.length',
    'hire-select': 'freelancer.name.length',
    'hire-close': 'id.length',
    'hire-save': 'saved === true',
    'hire-compare': 'ids[0]?.length',
    'hire-invite': 'freelancer.id.length',
    'hire-invited': 'jobPostId.length',
  },
  'job-post': {
    'hire-job-saved': 'jobPost.title.length',
    'hire-job-publish': 'jobPost.id.length',
    'hire-job-posted': 'jobPost.state.length',
  },
  proposals: { 'hire-proposal': 'proposal.freelancer.name.length' },
  'contract-status': {
    'hire-select': 'contract.title.length',
    'hire-contract-action': 'subjectId?.length',
    'hire-milestone-released': 'milestone.amount.amountMinor.toFixed()',
    'hire-contract-changed': 'approvalId?.length',
  },
  'timesheet-review': { 'hire-timesheet': 'timesheet.id.length', 'hire-timesheet-decided': 'decision.length' },
  approvals: { 'hire-approval': 'approval.title.length', 'hire-approval-decided': 'approval.id.length' },
  'talent-pool': { 'hire-pool-member': 'member.name.length' },
  spend: { 'hire-spend-open': 'total.amountMinor.toFixed()' },
};
const listeners = (read: (of: string) => string) =>
  Object.entries(events)
    .flatMap(([noun, details]) => [
      `import '@portico/widgets/define/${noun}';`,
      ...Object.entries({ ...details, 'hire-ready': 'total.toFixed()', 'hire-error': 'code.length' }).map(
        ([type, of]) =>
          `document.createElement('hire-${noun}').addEventListener('${type}', ({ detail }) => detail.${read(of)}`,
      ),
    ])
    .join('\n');

export const projects: readonly Project[] = [
  {
    name: 'plain TypeScript',
    check: 'tsc',
    build: 'vite',
    files: {
      'index.html': page('main.ts'),
      'main.ts': `${start}
const search = document.createElement('hire-talent-search');
search.filters = { skill: ['react'], sort: 'bestMatch' };
search.addEventListener('hire-select', ({ detail }) => console.log(detail.id.length, detail.freelancer.name));
document.addEventListener('hire-elevate', ({ detail }) => detail.waitUntil(Promise.resolve()));
document.querySelector('hire-contract-status')?.addEventListener('hire-milestone-released', (event) => {
  const { amountMinor, currency } = event.detail.milestone.amount;
  console.log(amountMinor.toFixed(), currency);
});
document.body.append(search);`,
      'events.ts': listeners((of) => `${of});`),
      'events-refused.ts': listeners(() => 'nobody); // wrong'),
      'refused.ts': `import '@portico/widgets/define/talent-search';
const search = document.createElement('hire-talent-search');
search.pageSize = 'many'; // wrong
search.filters = { skills: ['react'] }; // wrong
search.addEventListener('hire-select', ({ detail }) => detail.nobody); // wrong
search.addEventListener('hire-select', (event: CustomEvent<{ id: number }>) => event); // wrong
export {};`,
    },
  },
  {
    name: 'React',
    check: 'tsc',
    build: 'vite',
    files: {
      'index.html': page('main.tsx'),
      'main.tsx': `import { createRoot } from 'react-dom/client';
import { Hiring } from './hiring';
createRoot(document.getElementById('app')!).render(<Hiring />);`,
      'hiring.tsx': `${start}
import '@portico/widgets/jsx';
import type { TalentSearch } from '@portico/widgets/define/talent-search';
import { useRef } from 'react';
export function Hiring() {
  const search = useRef<TalentSearch>(null);
  return (
    <>
      <hire-talent-search
        ref={search}
        className="wide"
        page-size="10"
        filters={{ skill: ['react'] }}
        onhire-select={(event) => console.log(event.detail.id.length)}
      >
        <h2 slot="header">People</h2>
      </hire-talent-search>
      <hire-job-post currency="EUR" onhire-job-posted={({ detail }) => console.log(detail.jobPost.title)} />
      <hire-contract-status filter="waiting" onhire-select={({ detail }) => console.log(detail.contract.title)} />
    </>
  );
}`,
      'refused.tsx': `import '@portico/widgets/jsx';
export const refused = [
  <hire-contract-status filter="sometimes" />, // wrong
  <hire-talent-search pageSize="many" />, // wrong
  <hire-talent-search colour="red" />, // wrong
  <hire-talent-search onhire-select={({ detail }) => console.log(detail.contract)} />, // wrong
];`,
    },
  },
  {
    name: 'Vue',
    check: 'vue-tsc',
    build: 'vite',
    files: {
      'index.html': page('main.ts'),
      'shims.d.ts': `declare module '*.vue' { import type { DefineComponent } from 'vue'; const component: DefineComponent; export default component; }`,
      'main.ts': `import { createApp } from 'vue';
import Hiring from './Hiring.vue';
createApp(Hiring).mount('#app');`,
      'Hiring.vue': `<script setup lang="ts">
${start}
import '@portico/widgets/vue';
const filters = { skill: ['react'] };
</script>
<template>
  <hire-talent-search page-size="10" :filters="filters" class="wide" @hire-select="(event) => console.log(event.detail.id.length)">
    <h2 slot="header">People</h2>
  </hire-talent-search>
  <hire-job-post currency="EUR" @hire-job-posted="({ detail }) => console.log(detail.jobPost.title)" />
  <hire-contract-status filter="waiting" @hire-select="({ detail }) => console.log(detail.contract.title)" />
</template>`,
      'Refused.vue': `<script setup lang="ts">
import '@portico/widgets/vue';
</script>
<template>
  <hire-contract-status filter="sometimes" /><!-- wrong -->
  <hire-talent-search :filters="{ skill: 7 }" /><!-- wrong -->
  <hire-talent-search @hire-select="({ detail }) => console.log(detail.contract)" /><!-- wrong -->
</template>`,
    },
  },
  {
    name: 'Svelte',
    check: 'svelte-check',
    build: 'vite',
    files: {
      'index.html': page('main.ts'),
      'main.ts': `import { mount } from 'svelte';
import Hiring from './Hiring.svelte';
mount(Hiring, { target: document.getElementById('app')! });`,
      'svelte.config.js': 'export default {};',
      'Hiring.svelte': `<script lang="ts">
${start}
  import '@portico/widgets/svelte';
</script>
<hire-talent-search page-size="10" filters={{ skill: ['react'] }} onhire-select={(event) => console.log(event.detail.id.length)}>
  <h2 slot="header">People</h2>
</hire-talent-search>
<hire-job-post currency="EUR" onhire-job-posted={({ detail }) => console.log(detail.jobPost.title)}></hire-job-post>
<hire-contract-status filter="waiting" onhire-select={({ detail }) => console.log(detail.contract.title)}></hire-contract-status>`,
      'Refused.svelte': `<script lang="ts">
  import '@portico/widgets/svelte';
</script>
<hire-contract-status filter="sometimes"></hire-contract-status><!-- wrong -->
<hire-talent-search pageSize="many"></hire-talent-search><!-- wrong -->
<hire-talent-search onhire-select={({ detail }) => console.log(detail.contract)}></hire-talent-search><!-- wrong -->`,
    },
  },
  {
    name: 'Angular',
    check: 'ngc',
    build: 'ngc',
    files: {
      'hiring.ts': `${start}
import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import type { TalentSearch } from '@portico/widgets/define/talent-search';
@Component({
  selector: 'app-hiring',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`
    <hire-talent-search page-size="10" [filters]="filters" (hire-select)="choose($event.detail.id)">
      <h2 slot="header">People</h2>
    </hire-talent-search>
    <hire-contract-status filter="waiting" (hire-select)="choose($event.detail.contract.title)"></hire-contract-status>
  \`,
})
export class Hiring {
  filters: TalentSearch['filters'] = { skill: ['react'] };
  choose(text: string): void {
    console.log(text);
  }
}`,
      'refused.ts': `import '@portico/widgets/define/contract-status';
import '@portico/widgets/define/talent-search';
import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import type { TalentSearch } from '@portico/widgets/define/talent-search';
@Component({
  selector: 'app-refused',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`
    <hire-talent-search [filters]="filters" (hire-select)="choose($event.detail.contract)"></hire-talent-search><!-- wrong -->
  \`,
})
export class Refused {
  filters: TalentSearch['filters'] = {};
  choose(text: string): void {
    console.log(text);
  }
}`,
    },
  },
];
