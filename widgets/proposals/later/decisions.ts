import { interviewTimesMax } from '@portico/api/hiring/proposal-messages/proposal-message.ts';
import {
  livingProposalStates,
  type ProposalDeclineReason,
  proposalCan,
  proposalDeclineReasons,
} from '@portico/api/hiring/proposals/proposal.ts';
import { html, nothing } from 'lit-html';
import { choiceField, longField, textField } from '../../core/controls/field.ts';
import { named, type PanelView } from './panel-view.ts';

/** No, with a reason that the freelancer reads. */
export function declineForm(panel: PanelView) {
  const { view, says, proposal, isBusy } = panel;
  const reason = (panel.words('reason') || 'anotherChosen') as ProposalDeclineReason;
  const may = view.may('decide') && proposalCan.decline(proposal);
  const submit = (event: Event) => {
    event.preventDefault();
    if (!view.intend('decline', proposal.id)) return;
    const body = { reason, message: panel.words('decline').trim() };
    void panel.act(['reason', 'decline'], () => panel.post('decline', body), named(panel, says.sent));
  };
  return html`<form class="stack" @submit=${submit}>
    ${choiceField({
      id: 'reason',
      label: says.reason,
      value: reason,
      choices: proposalDeclineReasons.map((each) => [each, says.reasons[each]] as const),
      change: (value) => panel.write('reason', value),
    })}
    ${longField({ id: 'decline', label: named(panel, says.writeMessage), rows: 4, value: panel.words('decline'), change: (text) => panel.write('decline', text) })}
    ${why(may, says.mayNot)}
    <button class="primary" aria-describedby="why" ?disabled=${!may || isBusy}>${view.strings.parts.decline}</button>
  </form>`;
}

/** A question and some times to choose from, in the asker's own time zone. */
export function interviewForm(panel: PanelView) {
  const { view, says, proposal, isBusy } = panel;
  const message = panel.words('interview').trim();
  const times = panel.words('times').split(' ');
  const chosen = times.filter(Boolean);
  const may = view.may('message') && livingProposalStates.some((state) => state === proposal.state);
  const set = (index: number, time: string) => panel.write('times', times.with(index, time).join(' '));
  const submit = (event: Event) => {
    event.preventDefault();
    if (!message || !chosen.length || !view.intend('interview', proposal.id)) return;
    const body = { message, times: chosen.map((time) => new Date(time).toISOString()) };
    void panel.act(['interview', 'times'], () => panel.post('interview-request', body), named(panel, says.sent));
  };
  return html`<form class="stack" @submit=${submit}>
    ${longField({ id: 'interview', label: says.interviewMessage, rows: 4, value: panel.words('interview'), change: (text) => panel.write('interview', text) })}
    ${times.map((time, index) =>
      textField({
        id: `time-${index}`,
        type: 'datetime-local',
        label: `${says.time} ${index + 1}`,
        value: time,
        change: (value) => set(index, value),
      }),
    )}
    ${
      times.length < interviewTimesMax
        ? html`<button type="button" @click=${() => panel.write('times', [...times, ''].join(' '))}>${says.addTime}</button>`
        : nothing
    }
    ${why(may, says.mayNot)}
    <button class="primary" aria-describedby="why" ?disabled=${!may || !message || !chosen.length || isBusy}>${says.askForInterview}</button>
  </form>`;
}

const why = (may: boolean, words: string) => html`<p id="why" class="muted small">${may ? '' : words}</p>`;
