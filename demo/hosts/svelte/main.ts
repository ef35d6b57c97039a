import { createEmbed, sessionFromUrl } from '@portico/widgets';
import '@portico/widgets/define/approvals';
import '@portico/widgets/define/contract-status';
import '@portico/widgets/define/job-post';
import '@portico/widgets/define/proposals';
import '@portico/widgets/define/spend';
import '@portico/widgets/define/talent-pool';
import '@portico/widgets/define/talent-search';
import '@portico/widgets/define/timesheet-review';
import { mount } from 'svelte';
import App from './App.svelte';

const root = document.getElementById('svelte-app')!;

createEmbed({ apiBase: root.dataset.talentBase!, fetchSession: sessionFromUrl('/api/hire-session') });

mount(App, { target: root, props: { ...root.dataset } });
