/** What stands in the guide and is the same for everybody but for whose address it names. */
const connect = (base: string, packageName: string) => `import { createEmbed, sessionFromUrl } from '${packageName}';
import '${packageName}/define/talent-search';

createEmbed({
  apiBase: '${base}',
  fetchSession: sessionFromUrl('/api/hire-session'),
});`;

export const bundlerSnippets = (base: string, packageName: string): { name: string; text: string }[] => [
  {
    name: 'JavaScript',
    text: `${connect(base, packageName)}\n\ndocument.body.append(document.createElement('hire-talent-search'));`,
  },
  {
    name: 'React',
    text: `// hiring.tsx – once, for the whole application
${connect(base, packageName)}
import '${packageName}/jsx';

export const Hiring = () => (
  <hire-talent-search page-size="10" onhire-select={({ detail }) => console.log(detail.id)} />
);`,
  },
  {
    name: 'Vue',
    text: `<script setup lang="ts">
${connect(base, packageName)}
import '${packageName}/vue';
</script>

<template>
  <hire-talent-search page-size="10" @hire-select="({ detail }) => console.log(detail.id)" />
</template>

// vite.config.ts – so that Vue leaves the tags to the browser
vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('hire-') } } })`,
  },
  {
    name: 'Svelte',
    text: `<script lang="ts">
${connect(base, packageName)}
import '${packageName}/svelte';
</script>

<hire-talent-search page-size="10" onhire-select={({ detail }) => console.log(detail.id)}></hire-talent-search>`,
  },
  {
    name: 'Angular',
    text: `${connect(base, packageName)}
import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';

@Component({
  selector: 'app-hiring',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`<hire-talent-search page-size="10" (hire-select)="open($event.detail.id)"></hire-talent-search>\`,
})
export class Hiring {
  open(id: string): void {
    console.log(id);
  }
}`,
  },
];

export const keySnippet = (base: string, packageName: string): string =>
  `import { createEmbed } from '${packageName}';\n\ncreateEmbed({ apiBase: '${base}', publishableKey: 'pk_…' });`;

export const themeSnippet = `/* 1. Tokens, from anywhere above the element */
:root {
  --hire-accent: light-dark(oklch(.5 .17 300), oklch(.78 .12 300));
  --hire-radius-control: 2px;
}

/* 2. Parts, where a token does not reach */
hire-talent-search::part(item) {
  border-inline-start: 3px solid rebeccapurple;
}

/* 3. Slots, for what is yours: <h2 slot="header">Our freelancers</h2> */`;

export const interceptSnippet = `const search = document.querySelector('hire-talent-search');

search.addEventListener('hire-invite', (event) => {
  event.preventDefault(); // no dialog opens: the page invites
  openOwnForm(event.detail.id);
});`;

export const elevateSnippet = `document.addEventListener('hire-elevate', ({ detail }) => {
  detail.waitUntil(askForPassword());
});`;

export const formSnippet = `<form action="/assignments" method="post">
  <hire-talent-search name="freelancer"></hire-talent-search>
  <button>Assign</button>
</form>`;
