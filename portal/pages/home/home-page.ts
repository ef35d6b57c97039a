import { html, nothing, type TemplateResult } from 'lit';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { icon } from '../../icons/icon.ts';
import { circleUser } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { mayOpen, me } from '../../shell/session.ts';
import { t } from '../../strings/strings.ts';
import { homeStyles } from '../../styles/home.ts';
import { isBeginning } from './checklist.ts';
import './demo-clock.ts';
import './freelancer-home.ts';
import './hiring-home.ts';
import './hiring-waiting.ts';
import './operator-home.ts';
import './reports-home.ts';

/** What waits, what changed, then figures; one part for each of the person's roles. */
class HomePage extends PortalElement {
  static override pageStyles = [homeStyles];
  /** Decided once: what is being read does not move. */
  readonly #isBeginning = isBeginning();

  protected override render(): TemplateResult {
    const person = me.get();
    const isMember = mayOpen('member');
    const isOfTeam = !isMember && mayOpen('teamMember');
    const hasRole = isMember || isOfTeam || mayOpen('freelancer') || mayOpen('operator');
    return html`${pageHead(t('home.title', { name: firstName(person?.person.name ?? '') }))}
      <div class="stack home">
        ${hasRole && this.#isBeginning ? checklists() : nothing}
        ${mayOpen('operator') ? html`<portal-operator-home></portal-operator-home>` : nothing}
        ${mayOpen('operatorAdmin') ? html`<portal-demo-clock></portal-demo-clock>` : nothing}
        ${mayOpen('freelancer') ? html`<portal-freelancer-home></portal-freelancer-home>` : nothing}
        ${isMember ? html`<portal-hiring-waiting></portal-hiring-waiting>${mayOpen('policyReader', 'reports') ? html`<portal-reports-home></portal-reports-home>` : nothing}<portal-hiring-home></portal-hiring-home>` : nothing}
        ${isOfTeam && mayOpen('teamMember', 'reports') ? html`<portal-reports-home></portal-reports-home>` : nothing}
        ${hasRole ? (this.#isBeginning ? nothing : checklists()) : firstStep()}
      </div>`;
  }
}

const checklists = () => html`<portal-checklists></portal-checklists>`;

/** Somebody with an account and no role yet. */
const firstStep = () =>
  html`<section class="card">
    <div class="empty">
      ${icon(circleUser)}
      <h2>${t('home.firstTitle')}</h2>
      <p>${t('home.firstText')}</p>
      <a class="button primary" href=${href('/profile/start')}>${t('denied.startProfile')}</a>
    </div>
  </section>`;

const firstName = (name: string): string => name.split(' ')[0] ?? name;

define('portal-home-page', HomePage);
