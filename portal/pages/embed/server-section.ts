import { html, type TemplateResult } from 'lit';
import type { EmbedStatus } from '../../api/embed.ts';
import { codeBlock } from '../../elements/code-block.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { segments } from '../../elements/segments.ts';
import { now } from '../../shell/now.ts';
import { formatRelative } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { stepCard } from '../settings/step-card.ts';
import { serverExamples } from './server-examples.generated.ts';
import { settingsSnippet } from './snippets.ts';

type Language = (typeof serverExamples)[number]['language'];

class ServerSection extends PortalElement {
  static override properties = { status: { attribute: false }, added: {}, language: { state: true } };
  declare status: EmbedStatus | undefined;
  /** The origin that was just allowed: whoever goes on means that one. */
  declare added: string | undefined;
  declare language: Language;

  constructor() {
    super();
    this.language = 'node';
  }

  protected override render(): TemplateResult {
    const { status } = this;
    const at = status?.lastSession?.at;
    const example = serverExamples.find(({ language }) => language === this.language)!;
    const allowed = status?.pages.filter(({ isAllowed }) => isAllowed) ?? [];
    const meant = allowed.find(({ lastLoadAt }) => !lastLoadAt) ?? allowed[0];
    const origin = this.added ?? meant?.origin ?? 'https://intranet.example.com';
    return stepCard(
      3,
      t('snippet.serverTitle'),
      t('snippet.serverLead'),
      status && {
        isDone: at !== undefined,
        words: at ? t('embedConsole.madeSession', { when: formatRelative(at, now()) }) : t('embedConsole.waiting'),
      },
      html`<div class="pad stack close">
        <p>${t('embedConsole.serverRules')}</p>
        ${codeBlock(settingsSnippet(status?.base ?? '', origin), true)}
        ${segments<Language>(
          t('embedConsole.language'),
          this.language,
          serverExamples.map(({ language, name }) => ({ value: language, label: name })),
          (language) => {
            this.language = language;
          },
        )}
        <div class="tall-code">${codeBlock(example.text)}</div>
        <p class="muted small">
          ${this.language === 'csharp' ? t('embedConsole.notRun') : t('embedConsole.wasRun', { file: example.file })}
        </p>
      </div>`,
    );
  }
}

define('portal-server-section', ServerSection);
