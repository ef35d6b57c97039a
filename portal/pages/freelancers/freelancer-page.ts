import { Task } from '@lit/task';
import type { FreelancerProfile } from '@portico/api/talent/freelancers/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { problemWords } from '../../api/problem.ts';
import { getFreelancer, setSaved } from '../../api/talent.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { icon } from '../../icons/icon.ts';
import { bookmark, gitCompare, list, pencil, printer, send } from '../../icons/icons.generated.ts';
import { href, navigate } from '../../router.ts';
import { compared, comparePath, toggleCompared } from '../../shell/comparison.ts';
import { mayOpen, me } from '../../shell/session.ts';
import { watch } from '../../shell/state.ts';
import { toast, undoable } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { profileStyles } from '../../styles/profile.ts';
import { openInviteToJob } from '../invite/invite-dialog.ts';
import { openAddToList } from '../lists/add-to-list-dialog.ts';
import { profileView } from './profile-view.ts';

class FreelancerPage extends PortalElement {
  static override pageStyles = [profileStyles];
  static override properties = { freelancerId: { attribute: false }, isSaved: { state: true } };
  declare freelancerId: string;
  declare isSaved: boolean;

  #profile = new Task(this, {
    args: () => [this.freelancerId] as const,
    task: ([id], { signal }) => getFreelancer(id, signal),
    onComplete: ({ saved }) => {
      this.isSaved = saved;
    },
  });

  constructor() {
    super();
    this.isSaved = false;
    watch(this, compared);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.#profile.taskComplete.catch(() => {});
    return done;
  }

  protected override render() {
    return this.#profile.render({
      pending: () => loading(10),
      error: (problem) => failed(problem, () => void this.#profile.run()),
      complete: (profile) => profileView(profile, { actions: this.#actions(profile) }),
    });
  }

  #actions(profile: FreelancerProfile): TemplateResult {
    const isCompared = compared.get().includes(profile.id);
    return html`${
      me.get()?.freelancerId === profile.id
        ? html`<a class="button" href=${href('/profile')}>${icon(pencil)}${t('shell.edit')}</a>`
        : nothing
    }
      ${
        mayOpen('hirer') && me.get()?.freelancerId !== profile.id
          ? html`<button class="button primary" type="button" @click=${() => openInviteToJob([profile])}>${icon(send)}${t('invite.action')}</button>`
          : nothing
      }
      ${
        mayOpen('member')
          ? html`<button class="button" type="button" aria-pressed=${String(isCompared)} @click=${() => this.#compare(profile)}>
                ${icon(gitCompare)}${isCompared ? t('freelancer.comparing') : t('freelancer.compare')}
              </button>
              <button class="button" type="button" @click=${() => openAddToList(profile)}>${icon(list)}${t('freelancer.addToList')}</button>
              <button class="button" type="button" aria-pressed=${String(this.isSaved)} @click=${() => void this.#save(profile, !this.isSaved)}>
                ${icon(bookmark)}${this.isSaved ? t('freelancer.saved') : t('freelancer.save')}
              </button>`
          : nothing
      }
      <button class="button plain icon-only only-wide" type="button" aria-label=${t('freelancer.print')} title=${t('freelancer.print')} @click=${() => print()}>${icon(printer)}</button>`;
  }

  async #save(profile: FreelancerProfile, saved: boolean): Promise<void> {
    this.isSaved = saved;
    try {
      await setSaved(profile.id, saved);
      const { name } = profile;
      const said = saved ? t('freelancer.savedToast', { name }) : t('freelancer.unsavedToast', { name });
      const undo = async () => {
        await setSaved(profile.id, !saved);
        this.isSaved = !saved;
      };
      undoable(said, undo, this);
    } catch (problem) {
      this.isSaved = !saved;
      toast(problemWords(problem));
    }
  }

  #compare({ id }: FreelancerProfile): void {
    const outcome = toggleCompared(id);
    if (outcome === 'removed') return;
    const ids = compared.get();
    const open =
      ids.length > 1 ? { label: t('freelancer.compareOpen'), run: () => void navigate(comparePath(ids)) } : undefined;
    toast(outcome === 'full' ? t('freelancer.compareFull') : t('freelancer.compareToast', { n: ids.length }), open);
  }
}

define('portal-freelancer-page', FreelancerPage);
