import { html, type TemplateResult } from 'lit';
import { problemWords } from '../../api/problem.ts';
import { getOrigins, saveOrigins } from '../../api/settings.ts';
import { pageHead } from '../../elements/page-head.ts';
import { pageTabs } from '../../elements/page-tabs.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { embedConsoleStyles } from '../../styles/embed-console.ts';
import { settingsStyles } from '../../styles/settings.ts';
import '../settings/keys-section.ts';
import '../settings/origins-section.ts';
import { liveCheck } from './live-check.ts';
import { LiveStatus } from './live-status.ts';
import './page-section.ts';
import './policy-check-section.ts';
import './server-section.ts';
import './sessions-panel.ts';
import './usage-panel.ts';

type View = 'setup' | 'usage' | 'sessions';

/** From nothing to a widget on the company's own page, each step checked live. */
class EmbedPage extends PortalElement {
  static override pageStyles = [settingsStyles, embedConsoleStyles];
  static override properties = { view: {}, saved: { state: true }, added: { state: true } };
  declare view: View;
  /** Counts up when origins changed elsewhere than in their section. */
  declare saved: number;
  declare added: string | undefined;
  #live = new LiveStatus(this);

  constructor() {
    super();
    this.view = 'setup';
    this.saved = 0;
  }

  protected override render(): TemplateResult {
    const tabs = [
      { value: 'setup', label: t('embedConsole.setUp'), path: '/settings/embed' },
      { value: 'usage', label: t('embedConsole.usage'), path: '/settings/embed/usage' },
      { value: 'sessions', label: t('embedConsole.sessions'), path: '/settings/embed/sessions' },
    ] as const;
    return html`${pageHead(t('embed.title'), t('embed.lead'))}
    ${pageTabs<View>(t('embed.title'), this.view, tabs, (view) => {
      this.view = view;
    })}
    ${this.#shown()}`;
  }

  #shown(): TemplateResult {
    if (this.view === 'usage') return html`<portal-embed-usage></portal-embed-usage>`;
    if (this.view === 'sessions') return html`<portal-embed-sessions></portal-embed-sessions>`;
    const { status } = this.#live;
    return html`<div class="console">
      <div class="stack">
        <portal-keys-section .status=${status}></portal-keys-section>
        <portal-origins-section
          .status=${status}
          .saved=${this.saved}
          @origin-added=${({ detail }: CustomEvent<string>) => {
            this.added = detail;
          }}
        ></portal-origins-section>
        <portal-server-section .status=${status} .added=${this.added}></portal-server-section>
        <portal-page-section .status=${status}></portal-page-section>
        <portal-policy-check-section .status=${status}></portal-policy-check-section>
      </div>
      ${liveCheck(this.#live, (origin) => void this.#allow(origin))}
    </div>`;
  }

  /** A page that tried before it was allowed. */
  async #allow(origin: string): Promise<void> {
    try {
      const { data, etag } = await getOrigins();
      await saveOrigins([...new Set([...data.origins, origin])], etag);
      toast(t('origins.added', { origin }));
      this.saved++;
      this.added = origin;
      await this.#live.look();
    } catch (problem) {
      toast(problemWords(problem));
    }
  }
}

define('portal-embed-page', EmbedPage);
