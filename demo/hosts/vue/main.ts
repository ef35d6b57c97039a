import { createEmbed, sessionFromUrl } from '@portico/widgets';
import '@portico/widgets/define/talent-search';
import { createApp, h, ref } from 'vue';

const root = document.getElementById('vue-app')!;

createEmbed({ apiBase: root.dataset.talentBase!, fetchSession: sessionFromUrl('/api/hire-session') });

createApp({
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
}).mount(root);
