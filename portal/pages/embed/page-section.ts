import { Task } from '@lit/task';
import { html, type TemplateResult } from 'lit';
import type { EmbedStatus } from '../../api/embed.ts';
import { getEmbedManifest } from '../../api/settings.ts';
import { codeBlock } from '../../elements/code-block.ts';
import { selectField } from '../../elements/field.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { segments } from '../../elements/segments.ts';
import { failed, loading } from '../../elements/states.ts';
import { now } from '../../shell/now.ts';
import { formatRelative } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { stepCard } from '../settings/step-card.ts';
import { packageSnippet, pageSnippet, type Snippet, widgetTags } from './snippets.ts';

type Choice = Pick<Snippet, 'isPinned' | 'widget' | 'locale' | 'way'> & { isPackage: boolean };

/** In their own words, as a person looking for theirs finds them. */
const localeNames = { en: 'English', de: 'Deutsch', fr: 'Français', es: 'Español', ja: '日本語', ar: 'العربية' };

class PageSection extends PortalElement {
  static override properties = { status: { attribute: false }, choice: { state: true } };
  declare status: EmbedStatus | undefined;
  declare choice: Choice;
  #manifest = new Task(this, { args: () => [], task: (_, { signal }) => getEmbedManifest(signal) });

  constructor() {
    super();
    this.choice = { isPinned: true, widget: widgetTags[0], locale: '', way: 'sessionUrl', isPackage: false };
  }

  protected override render(): TemplateResult {
    const { status } = this;
    const seen = status?.pages.find(({ isAllowed, lastLoadAt }) => isAllowed && lastLoadAt);
    return stepCard(
      4,
      t('snippet.htmlTitle'),
      t('embedConsole.pageLead'),
      status && {
        isDone: seen !== undefined,
        words: seen?.lastLoadAt
          ? t('embedConsole.seenLoad', { when: formatRelative(seen.lastLoadAt, now()) })
          : t('embedConsole.waiting'),
      },
      html`<div class="pad stack close">
        ${this.#choices()}
        ${this.#manifest.render({
          pending: () => loading(3),
          error: (problem) => failed(problem, () => void this.#manifest.run()),
          complete: ({ version, loader }) => {
            const snippet = {
              ...this.choice,
              base: status?.base ?? '',
              version,
              loaderFile: loader.file,
              integrity: loader.integrity,
            };
            return codeBlock(this.choice.isPackage ? packageSnippet(snippet) : pageSnippet(snippet));
          },
        })}
        <p class="muted small">${this.#note()}</p>
      </div>`,
    );
  }

  #choices(): TemplateResult {
    const { choice } = this;
    const choose = (change: Partial<Choice>) => {
      this.choice = { ...this.choice, ...change };
    };
    return html`<div class="choice-grid">
        ${selectField({
          id: 'widget',
          label: t('embedConsole.widget'),
          value: choice.widget,
          choices: widgetTags.map((value) => ({ value, label: value })),
          onChange: (widget) => choose({ widget }),
        })}
        ${selectField({
          id: 'locale',
          label: t('embedConsole.locale'),
          value: choice.locale,
          choices: [
            { value: '', label: t('embedConsole.localeOfPage') },
            ...Object.entries(localeNames).map(([value, label]) => ({ value, label })),
          ],
          onChange: (locale) => choose({ locale }),
        })}
        ${selectField({
          id: 'way',
          label: t('embedConsole.way'),
          value: choice.way,
          choices: [
            { value: 'sessionUrl', label: t('embedConsole.waySessionUrl') },
            { value: 'signIn', label: t('embedConsole.waySignIn') },
            { value: 'publishableKey', label: t('embedConsole.wayPublishableKey') },
          ],
          onChange: (way) => choose({ way: way as Snippet['way'] }),
        })}
      </div>
      ${segments<'pinned' | 'rolling' | 'package'>(
        t('embedConsole.version'),
        choice.isPackage ? 'package' : choice.isPinned ? 'pinned' : 'rolling',
        [
          { value: 'pinned', label: t('embedConsole.pinned') },
          { value: 'rolling', label: t('embedConsole.rolling') },
          { value: 'package', label: t('embedConsole.package') },
        ],
        (value) => choose({ isPackage: value === 'package', isPinned: value !== 'rolling' }),
      )}`;
  }

  #note(): string {
    const { isPackage, isPinned, way } = this.choice;
    const version = isPackage
      ? t('embedConsole.packageNote')
      : isPinned
        ? t('embedConsole.pinnedNote')
        : t('embedConsole.rollingNote');
    const how = {
      sessionUrl: t('embedConsole.sessionUrlNote'),
      signIn: t('embedConsole.signInNote'),
      publishableKey: t('embedConsole.publishableKeyNote'),
    }[way];
    return `${how} ${version}`;
  }
}

define('portal-page-section', PageSection);
