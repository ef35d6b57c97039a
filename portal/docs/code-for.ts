import type { ElementDocs } from './elements.ts';
import { pascal } from './words.ts';

export type Setting = { name: string; value: string };

/** The element as it is set in the playground, written the way each framework's people write it. */
export function codeFor(
  { tagName, noun, events, name }: ElementDocs,
  settings: readonly Setting[],
  packageName: string,
): { name: string; text: string }[] {
  const written = settings.map((each) => ` ${each.name}="${each.value.replaceAll('"', '&quot;')}"`).join('');
  const event = (events.find(({ cancelable }) => cancelable) ?? events[0]!).name;
  const imports = (types?: string) =>
    [`import '${packageName}/define/${noun}';`, ...(types ? [`import '${packageName}/${types}';`] : [])].join('\n');
  return [
    { name: 'HTML', text: `<${tagName}${written}></${tagName}>` },
    {
      name: 'JavaScript',
      text: `${imports()}

const element = document.createElement('${tagName}');
${settings.map((each) => `element.setAttribute('${each.name}', ${JSON.stringify(each.value)});\n`).join('')}element.addEventListener('${event}', ({ detail }) => console.log(detail));
document.body.append(element);`,
    },
    {
      name: 'React',
      text: `${imports('jsx')}

export const ${pascal(noun)}Section = () => (
  <${tagName}${written} on${event}={({ detail }) => console.log(detail)} />
);`,
    },
    {
      name: 'Vue',
      text: `<script setup lang="ts">
${imports('vue')}
</script>

<template>
  <${tagName}${written} @${event}="({ detail }) => console.log(detail)" />
</template>`,
    },
    {
      name: 'Svelte',
      text: `<script lang="ts">
${indented(imports('svelte'))}
</script>

<${tagName}${written} on${event}={({ detail }) => console.log(detail)}></${tagName}>`,
    },
    {
      name: 'Angular',
      text: `${imports()}
import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import type { ${name}EventMap } from '${packageName}/define/${noun}';

@Component({
  selector: 'app-${noun}',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`<${tagName}${written} (${event})="took($event)"></${tagName}>\`,
})
export class ${pascal(noun)}Section {
  took({ detail }: ${name}EventMap['${event}']): void {
    console.log(detail);
  }
}`,
    },
  ];
}

const indented = (text: string) => text.replace(/^/gm, '  ');
