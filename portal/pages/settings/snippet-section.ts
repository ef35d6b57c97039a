import { Task } from '@lit/task';
import { html, type TemplateResult } from 'lit';
import { getEmbedManifest, getOrigins } from '../../api/settings.ts';
import { codeBlock } from '../../elements/code-block.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { basePath } from '../../router.ts';
import { t } from '../../strings/strings.ts';
import { cspSnippet, type EmbedFacts, htmlSnippet, serverSnippet } from './embed-snippets.ts';
import { stepCard } from './step-card.ts';

class SnippetSection extends PortalElement {
  #facts = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => {
      const [manifest, { data }] = await Promise.all([getEmbedManifest(signal), getOrigins(signal)]);
      const facts: EmbedFacts = {
        base: location.origin + basePath,
        version: manifest.version,
        loaderFile: manifest.loader.file,
        integrity: manifest.loader.integrity,
      };
      return { facts, origin: data.origins[0] ?? 'https://intranet.example.com' };
    },
  });

  protected override render(): TemplateResult {
    const { value } = this.#facts;
    const check = value && { isDone: true, words: t('snippet.served', { version: value.facts.version }) };
    return html`<div class="stack">
      ${stepCard(
        3,
        t('snippet.serverTitle'),
        t('snippet.serverLead'),
        undefined,
        this.#with(({ facts, origin }) => codeBlock(serverSnippet(facts, origin))),
      )}
      ${stepCard(
        4,
        t('snippet.htmlTitle'),
        t('snippet.htmlLead'),
        check,
        this.#with(({ facts }) => codeBlock(htmlSnippet(facts))),
      )}
      ${stepCard(
        5,
        t('snippet.cspTitle'),
        t('snippet.cspLead'),
        undefined,
        this.#with(({ facts }) => codeBlock(cspSnippet(facts), true)),
      )}
    </div>`;
  }

  #with(content: (value: { facts: EmbedFacts; origin: string }) => TemplateResult): TemplateResult {
    return html`<div class="pad">
      ${this.#facts.render({
        pending: () => loading(3),
        error: (problem) => failed(problem, () => void this.#facts.run()),
        complete: content,
      })}
    </div>`;
  }
}

define('portal-snippet-section', SnippetSection);
