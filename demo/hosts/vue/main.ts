import { createEmbed, sessionFromUrl } from '@portico/widgets';
import '@portico/widgets/define/approvals';
import '@portico/widgets/define/contract-status';
import '@portico/widgets/define/job-post';
import '@portico/widgets/define/proposals';
import '@portico/widgets/define/spend';
import '@portico/widgets/define/talent-pool';
import '@portico/widgets/define/talent-search';
import '@portico/widgets/define/timesheet-review';
import { createApp, h, shallowRef } from 'vue';
import { followRoutes } from '../route.ts';
import { pages } from './pages.ts';

const root = document.getElementById('vue-app')!;

createEmbed({ apiBase: root.dataset.talentBase!, fetchSession: sessionFromUrl('/api/hire-session') });

const route = shallowRef(
  followRoutes((next) => {
    route.value = next;
  }),
);

createApp({
  render: () => [
    h('h1', `${route.value.label}, in a Vue page`),
    h(pages[route.value.page]!, { key: route.value.page }),
  ],
}).mount(root);
