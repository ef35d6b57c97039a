import type { NoticeTexts } from '../notice-texts.ts';

/** `{words}` are filled in; `{brand}` is whose news it is. */
export const en: NoticeTexts = {
  'approval.requested': {
    title: 'Approval wanted: {title}',
    body: '{requester} asks you to approve “{title}”.',
    button: 'Look and decide',
    second: 'Approve …',
  },
  'approval.approved': {
    title: 'Approved: {title}',
    body: '{approver} approved “{title}”. It goes on by itself.',
    button: 'See what happens next',
  },
  'approval.rejected': {
    title: 'Rejected: {title}',
    body: '{approver} rejected “{title}”: {reason}',
    button: 'Look at it',
  },
  'approval.changesRequested': {
    title: 'Changes wanted: {title}',
    body: '{approver} asks for changes to “{title}”: {reason}',
    button: 'Change it',
  },
  'approval.expired': {
    title: 'No decision in time: {title}',
    body: 'Nobody decided on “{title}” in time. It is a draft again; you can request the approval once more.',
    button: 'Look at it',
  },
  'approval.stalled': {
    title: 'Nobody can approve: {title}',
    body: '{requester} asked for approval of “{title}”, but nobody else may approve. Give somebody the approver role; it then goes on by itself.',
    button: 'Look at it',
  },
  'approval.delegated': {
    title: 'You decide in the place of {name}',
    body: '{name} lets you approve in their place until {date}. What waits for them waits for you too; what either of you asked for stays with others.',
    button: 'Look at it',
  },
  'approval.notCarriedOut': {
    title: 'Approved, but not paid: {title}',
    body: '“{title}” was approved, but could not be paid any more: {reason} No money was moved.',
    button: 'Look at it',
  },
  'purchaseOrder.threshold': {
    title: 'Purchase order {number}: {percent}% used',
    body: 'What was charged and what offers and contracts may still cost has reached {percent}% of purchase order {number}.',
    button: 'See what is behind it',
  },
  'purchaseOrder.expiring': {
    title: 'Purchase order {number} ends {date}',
    body: 'Purchase order {number} is valid through {date}. Offers and contracts that go on need another one, or this one extended.',
    button: 'See who uses it',
  },
  'purchaseOrder.expired': {
    title: 'Purchase order {number} has ended',
    body: 'Purchase order {number} was valid through {date}. Nothing new can be put on it until it is extended and reopened.',
    button: 'See who uses it',
  },
  'budget.threshold': {
    title: 'Budget of {costCenter}: {percent}% reached',
    body: 'What was charged and committed has reached {percent}% of the budget of cost center {costCenter} for {period}.',
    button: 'See the budget',
  },
  'rateException.requested': {
    title: 'A rate above the card: {role}',
    body: '{requester} asks for a rate above the rate card for {role}. Somebody else of finance decides.',
    button: 'Look and decide',
  },
  'rateException.decided': {
    title: 'Rate for {role}: {decision}',
    body: 'The rate above the card that you asked for is decided: {decision}.',
    button: 'See the rate cards',
  },
  'jobPost.opened': {
    title: 'Open: {title}',
    body: '“{title}” is open for proposals.',
    button: 'See the post',
  },
  'jobPost.expiring': {
    title: 'Expires {date}: {title}',
    body: '“{title}” takes proposals until {date}. You can post it again then.',
    button: 'See the post',
  },
  'jobPost.expired': {
    title: 'Expired: {title}',
    body: '“{title}” was open for its whole time and takes no more proposals. You can post it again.',
    button: 'See the post',
  },
  'jobPost.removed': {
    title: 'Removed: {title}',
    body: 'The operator removed “{title}”: {reason}',
    button: 'See the post',
  },
  'jobPost.filled': {
    title: 'Filled: {title}',
    body: 'Everybody wanted for “{title}” has signed. It takes no more proposals.',
    button: 'See the post',
  },
  'jobImport.finished': {
    title: 'Import finished: {file}',
    body: '“{file}” is through. Created: {created}, already there: {duplicates}, refused: {refused}.',
    button: 'See every row',
  },
  'jobImport.failed': {
    title: 'Import stopped: {file}',
    body: '“{file}” could not be read to its end: {reason} What was imported stays; starting again makes no doubles.',
    button: 'See what was imported',
  },
  'jobSearch.newMatches': {
    title: 'New for “{search}”: {count}',
    body: 'Jobs that came to match “{search}”: {count}.',
    button: 'See the jobs',
  },
  'invitation.sent': {
    title: '{client} invites you: {title}',
    body: '{client} invites you to propose on “{title}”. A proposal to an invitation costs no Connects.',
    button: 'See the invitation',
  },
  'invitation.accepted': {
    title: '{freelancer} accepted: {title}',
    body: '{freelancer} accepted your invitation to “{title}”.',
    button: 'See the proposal',
  },
  'invitation.declined': {
    title: '{freelancer} declined: {title}',
    body: '{freelancer} declined your invitation to “{title}”.',
    button: 'See the invitations',
  },
  'invitation.withdrawn': {
    title: 'Invitation withdrawn: {title}',
    body: '{client} withdrew the invitation to “{title}”.',
    button: 'See your invitations',
  },
  'invitation.expired': {
    title: 'Invitation expired: {title}',
    body: 'The invitation to “{title}” was not answered in time.',
    button: 'See the invitations',
  },
  'pool.invited': {
    title: '{brand} invites you into “{pool}”',
    body: '{brand} wants to keep you at hand in its talent pool “{pool}”. You are in it only if you accept.',
    button: 'See the invitation',
  },
  'pool.admitted': {
    title: 'You are in “{pool}”',
    body: '{brand} keeps you at hand in its talent pool “{pool}”. You can leave it at any time.',
    button: 'See your pools',
  },
  'pool.suspended': {
    title: 'Suspended in “{pool}”',
    body: '{brand} suspended your place in “{pool}”. You do not appear there until it ends.',
    button: 'See your pools',
  },
  'pool.resumed': {
    title: 'Back in “{pool}”',
    body: 'Your place in “{pool}” counts again.',
    button: 'See your pools',
  },
  'pool.removed': {
    title: 'No longer in “{pool}”',
    body: '{brand} no longer keeps you in “{pool}”. Contracts and offers are not touched.',
    button: 'See your pools',
  },
  'pool.expired': {
    title: 'Your time in “{pool}” is over',
    body: 'Your place in “{pool}” has ended as it was set to.',
    button: 'See your pools',
  },
  'pool.accepted': {
    title: '{freelancer} joined “{pool}”',
    body: '{freelancer} accepted and is now in “{pool}”.',
    button: 'See the pool',
  },
  'pool.declined': {
    title: '{freelancer} does not join “{pool}”',
    body: '{freelancer} declined the invitation into “{pool}”.',
    button: 'See the pool',
  },
  'pool.left': {
    title: '{freelancer} left “{pool}”',
    body: '{freelancer} is no longer in “{pool}”.',
    button: 'See the pool',
  },
  'pool.invitationExpired': {
    title: 'No answer from {freelancer}',
    body: '{freelancer} did not answer the invitation into “{pool}” in time.',
    button: 'See the pool',
  },
  'pool.consentAsked': {
    title: 'May {company} see you?',
    body: '{brand} would like to show your profile from “{pool}” to {company}. Nothing is shown unless you agree.',
    button: 'Decide',
  },
  'pool.consentGiven': {
    title: '{freelancer} agreed',
    body: '{freelancer} lets {company} see them. Your notes, tags and ratings stay with you.',
    button: 'See the pool',
  },
  'pool.consentRefused': {
    title: '{freelancer} did not agree',
    body: '{freelancer} does not let {company} see them. Nothing was shown.',
    button: 'See the pool',
  },
  'pool.shared': {
    title: '{company} shared {freelancer} with you',
    body: '{freelancer} agreed to be shown to you by {company}.',
    button: 'See who it is',
  },
  'proposal.submitted': {
    title: 'New proposal: {title}',
    body: '{freelancer} sent a proposal for “{title}”.',
    button: 'See the proposals',
  },
  'proposal.changed': {
    title: 'Proposal changed: {title}',
    body: '{freelancer} changed the terms of the proposal for “{title}”.',
    button: 'See the proposal',
  },
  'proposal.withdrawn': {
    title: 'Proposal withdrawn: {title}',
    body: '{freelancer} withdrew the proposal for “{title}”.',
    button: 'See the proposals',
  },
  'proposal.declined': {
    title: 'Not this time: {title}',
    body: '{client} declined your proposal for “{title}”.',
    button: 'See your proposals',
  },
  'proposal.closed': {
    title: 'Proposal closed: {title}',
    body: 'Your proposal for “{title}” was closed: {reason}',
    button: 'See your proposals',
  },
  'proposal.replied': {
    title: '{client} replied: {title}',
    body: '{client} took up your proposal for “{title}”.',
    button: 'See the proposal',
  },
  'proposal.interviewRequested': {
    title: 'Interview wanted: {title}',
    body: '{client} asks you for an interview about “{title}”.',
    button: 'Answer',
  },
  'proposal.messageSent': {
    title: 'Message from {sender}: {title}',
    body: '{sender} wrote to you about “{title}”.',
    button: 'Read and answer',
  },
  'vetting.invited': {
    title: 'Get vetted for {pool}',
    body: '{brand} invites you to be vetted for “{pool}”. See what is asked for, and accept or decline.',
    button: 'See the invitation',
  },
  'vetting.applied': {
    title: 'New application: {freelancer}',
    body: '{freelancer} wants to be vetted for “{pool}”.',
    button: 'Open the case',
  },
  'vetting.notEligible': {
    title: 'Your profile lacks something for {pool}',
    body: 'Not everything that “{pool}” asks for is in your profile yet. Complete it and check again; your application is kept.',
    button: 'See what is missing',
  },
  'vetting.documentsWanted': {
    title: 'Next for {pool}: your documents',
    body: 'Your profile meets what “{pool}” asks for. Hand in the documents now.',
    button: 'Hand in documents',
  },
  'vetting.documentsHandedIn': {
    title: 'Documents of {freelancer}',
    body: '{freelancer} handed in documents for “{pool}”.',
    button: 'Review them',
  },
  'vetting.documentRefused': {
    title: 'Hand in again: {document}',
    body: '“{document}” for “{pool}” was not accepted: {reason}',
    button: 'Hand in another',
  },
  'vetting.chooseSlot': {
    title: 'Choose a time for your interview',
    body: 'Your documents for “{pool}” are accepted. Choose a time for the interview.',
    button: 'Choose a time',
  },
  'vetting.interviewBooked': {
    title: 'Interview on {date}',
    body: 'The interview of {freelancer} for “{pool}” is on {date}.',
    button: 'See the interview',
  },
  'vetting.interviewMoved': {
    title: 'Interview moved to {date}',
    body: 'The interview of {freelancer} for “{pool}” was moved to {date}.',
    button: 'See the interview',
  },
  'vetting.interviewCalledOff': {
    title: 'Your interview does not take place',
    body: 'The interview for “{pool}” was called off: {reason} Choose another time; this does not count as your move.',
    button: 'Choose a time',
  },
  'vetting.noShow': {
    title: 'You were missed at the interview',
    body: 'You were not at the interview for “{pool}”: {reason} You can choose another time.',
    button: 'Choose a time',
  },
  'vetting.reviewerNoShow': {
    title: '{freelancer} waited in vain',
    body: '{freelancer} reports that nobody came to the interview for “{pool}”: {reason}',
    button: 'Open the case',
  },
  'vetting.toScore': {
    title: 'To score: {freelancer}',
    body: '{freelancer} was interviewed for “{pool}” and can be scored.',
    button: 'Give your score',
  },
  'vetting.anotherReviewer': {
    title: 'One more reviewer for {freelancer}',
    body: 'The scores of {freelancer} for “{pool}” are far apart, so one more reviewer is asked for.',
    button: 'Give your score',
  },
  'vetting.toDecide': {
    title: 'To decide: {freelancer}',
    body: 'All scores of {freelancer} for “{pool}” are in.',
    button: 'Decide',
  },
  'vetting.approved': {
    title: 'You are in: {pool}',
    body: 'You were vetted and are a member of “{pool}” until {date}.',
    button: 'See your place',
  },
  'vetting.rejected': {
    title: 'Not this time: {pool}',
    body: 'You were not taken into “{pool}”: {reason} You can apply again from {date}.',
    button: 'Read the decision',
  },
  'vetting.needsMore': {
    title: 'More is asked for: {pool}',
    body: 'Before “{pool}” decides, it asks you: {reason} Answer until {date}.',
    button: 'Answer',
  },
  'vetting.answered': {
    title: '{freelancer} has answered',
    body: '{freelancer} has answered what you asked for “{pool}”.',
    button: 'Decide',
  },
  'vetting.withdrawn': {
    title: 'Withdrawn: {freelancer}',
    body: '{freelancer} does not want to be vetted for “{pool}” any more.',
    button: 'Open the case',
  },
  'vetting.lapsed': {
    title: 'The invitation has ended: {pool}',
    body: 'The invitation to be vetted for “{pool}” was not answered in time.',
    button: 'See it',
  },
  'vetting.expiring': {
    title: 'Until {date}: {pool}',
    body: 'Your place in “{pool}” ends on {date}. Renew it now; no interview is needed.',
    button: 'Renew it',
  },
  'vetting.expired': {
    title: 'Your place has ended: {pool}',
    body: 'Your time in “{pool}” is over. For a while you can still renew it.',
    button: 'See it',
  },
  'vetting.suspended': {
    title: 'Suspended until {date}: {pool}',
    body: 'Your place in “{pool}” is suspended until {date}: {reason} You can appeal.',
    button: 'Read the decision',
  },
  'vetting.reinstated': {
    title: 'You are back: {pool}',
    body: 'Your place in “{pool}” is no longer suspended.',
    button: 'See your place',
  },
  'vetting.revoked': {
    title: 'Your place was taken back: {pool}',
    body: 'You are no longer a member of “{pool}”: {reason} You can appeal.',
    button: 'Read the decision',
  },
  'vetting.appealed': {
    title: 'Appeal of {freelancer}',
    body: '{freelancer} appeals a decision about “{pool}”. Somebody who did not take it hears the appeal.',
    button: 'Hear the appeal',
  },
  'vetting.appealUpheld': {
    title: 'The decision stands: {pool}',
    body: 'Your appeal about “{pool}” was heard and the decision stands: {reason}',
    button: 'Read the answer',
  },
  'vetting.appealOverturned': {
    title: 'Your appeal was granted: {pool}',
    body: 'The decision about “{pool}” no longer stands: {reason}',
    button: 'See what is next',
  },
  'offer.sent': {
    title: 'Offer from {client}: {title}',
    body: '{client} offers you “{title}”. Read the terms; accept, decline or counter them.',
    button: 'See the offer',
  },
  'offer.countered': {
    title: 'Counter-offer: {title}',
    body: '{freelancer} proposes other terms for “{title}”.',
    button: 'Compare the terms',
  },
  'offer.counterAnswered': {
    title: 'New terms from {client}: {title}',
    body: '{client} answered your counter-offer for “{title}” with new terms.',
    button: 'Compare the terms',
  },
  'offer.accepted': {
    title: 'Signed: {title}',
    body: '{freelancer} accepted and signed your offer “{title}”.',
    button: 'See the contract',
  },
  'offer.declined': {
    title: 'Offer declined: {title}',
    body: '{freelancer} declined your offer “{title}”.',
    button: 'See the offer',
  },
  'offer.withdrawn': {
    title: 'Offer withdrawn: {title}',
    body: '{client} withdrew the offer “{title}”.',
    button: 'See your offers',
  },
  'offer.expiring': {
    title: 'Answer by {date}: {title}',
    body: 'The offer “{title}” from {client} ends {date} without an answer.',
    button: 'See the offer',
  },
  'offer.expired': {
    title: 'Offer expired: {title}',
    body: 'The offer “{title}” was not answered in time.',
    button: 'See the offer',
  },
  'contract.ready': {
    title: 'Starts {date}: {title}',
    body: 'The contract “{title}” is signed and starts {date}.',
    button: 'See the contract',
  },
  'contract.started': {
    title: 'Started: {title}',
    body: 'The contract “{title}” has started.',
    button: 'See the contract',
  },
  'contract.cancelled': {
    title: 'Cancelled: {title}',
    body: 'The contract “{title}” was cancelled before it started: {reason}',
    button: 'See the contract',
  },
  'contract.paused': {
    title: 'Paused: {title}',
    body: 'Work on “{title}” rests: {reason}. What is in escrow stays there.',
    button: 'See the contract',
  },
  'contract.pausedIdle': {
    title: 'Paused: {title}',
    body: 'Nothing happened in “{title}” for a while, so it rests. The client can let it go on or end it; what is in escrow stays there.',
    button: 'See the contract',
  },
  'contract.idleSoon': {
    title: 'Still going on? {title}',
    body: 'Nothing has happened in “{title}” lately. It pauses on {date} unless somebody does something in it.',
    button: 'See the contract',
  },
  'contract.held': {
    title: 'On hold: {title}',
    body: 'The marketplace has put “{title}” on hold: {reason}. What is in escrow stays there.',
    button: 'See the contract',
  },
  'contract.disputed': {
    title: 'Disputed: {title}',
    body: 'The client’s bank questions a payment for “{title}”. Work rests until it has decided.',
    button: 'See the contract',
  },
  'contract.resumed': {
    title: 'Goes on: {title}',
    body: 'Work on “{title}” goes on.',
    button: 'See the contract',
  },
  'contract.ending': {
    title: 'Ending: {title}',
    body: '“{title}” is ending. What is open is settled first; nothing new begins.',
    button: 'See the contract',
  },
  'contract.ended': {
    title: 'Ended: {title}',
    body: '“{title}” has ended, and no money is open in it.',
    button: 'See the contract',
  },
  'onboarding.asked': {
    title: 'Before work: {title}',
    body: '“{title}” starts when everything before work is done. {count} of it waits for you.',
    button: 'See what is to be done',
  },
  'onboarding.submitted': {
    title: 'To be looked at: {task}',
    body: '{freelancer} handed in “{task}” for “{title}”. Accept it, or give it back with a reason.',
    button: 'Look at it',
  },
  'onboarding.returned': {
    title: 'To be done again: {task}',
    body: '“{task}” for “{title}” was given back: {reason}',
    button: 'Do it again',
  },
  'onboarding.dueSoon': {
    title: 'Due on {date}: {task}',
    body: '“{task}” for “{title}” is due on {date}. Work does not start before it is done.',
    button: 'Do it now',
  },
  'onboarding.renew': {
    title: 'Valid until {date}: {task}',
    body: '“{task}” for “{title}” holds until {date}. Do it again before that, so that work goes on without a break.',
    button: 'Do it again',
  },
  'onboarding.expired': {
    title: 'No longer valid: {task}',
    body: '“{task}” for “{title}” is no longer valid. Do it again.',
    button: 'See what is to be done',
  },
  'contract.onboarded': {
    title: 'Everything before work is done: {title}',
    body: 'Nothing is left to be done before work on “{title}”.',
    button: 'Open the contract',
  },
  'amendment.proposed': {
    title: 'Other terms for {title}',
    body: '{sender} proposes other terms for “{title}”. See what differs, then sign or decline.',
    button: 'See the contract',
  },
  'amendment.agreed': {
    title: 'Other terms agreed: {title}',
    body: 'Both have signed other terms for “{title}”. They hold from {date}.',
    button: 'See the contract',
  },
  'amendment.declined': {
    title: 'Terms declined: {title}',
    body: '{sender} declined the other terms for “{title}”: {reason}. The present ones hold.',
    button: 'See the contract',
  },
  'amendment.withdrawn': {
    title: 'Proposal withdrawn: {title}',
    body: 'The proposal of other terms for “{title}” was withdrawn. The present ones hold.',
    button: 'See the contract',
  },
  'amendment.expired': {
    title: 'Proposal expired: {title}',
    body: 'Nobody answered the other terms for “{title}” in time. The present ones hold.',
    button: 'See the contract',
  },
  'invoice.issued': {
    title: 'Invoice {number}: {amount} by {date}',
    body: 'Invoice {number} over {amount} was issued. It is due on {date}.',
    button: 'See the invoice',
  },
  'invoice.dueSoon': {
    title: 'Due {date}: invoice {number}',
    body: '{amount} of invoice {number} are open and due on {date}.',
    button: 'Pay the invoice',
  },
  'invoice.overdue': {
    title: 'Overdue: invoice {number}',
    body: '{amount} of invoice {number} were due on {date}. Until it is paid, nothing more can be bought on credit; other ways to pay work as before.',
    button: 'Pay the invoice',
  },
  'timer.lost': {
    title: 'Timer stopped: {title}',
    body: 'Nothing was heard of your timer for “{title}”, so it stopped where it was last heard. Everything until then is kept.',
    button: 'Look at your time',
  },
  'week.closed': {
    title: 'Check your week: {title}',
    body: 'The week of {week} for “{title}” is over. You can correct it until {date} UTC; then the client is charged.',
    button: 'Check the week',
  },
  'week.toReview': {
    title: 'Hours to review: {title}',
    body: 'The week of {week} for “{title}” comes to {amount} before fees. Without an answer it counts as accepted after {date}.',
    button: 'Review the week',
  },
  'week.accepted': {
    title: 'Week accepted: {title}',
    body: 'Your week of {week} for “{title}” is accepted: {amount} before the service fee.',
    button: 'See the week',
  },
  'week.disputed': {
    title: 'Hours disputed: {title}',
    body: 'Of your week of {week} for “{title}”, {amount} is disputed and frozen: {reason}. The rest is earned.',
    button: 'Look and answer',
  },
  'week.disputeResolved': {
    title: 'Dispute resolved: {title}',
    body: 'The dispute over the week of {week} for “{title}” is resolved: {released} is earned, {refunded} goes back. Reason: {reason}',
    button: 'See the week',
  },
  'week.chargeDeclined': {
    title: 'Week not paid: {title}',
    body: 'The week of {week} for “{title}” ({amount} before fees) could not be charged: {reason}. The contract rests; it is tried again each day.',
    button: 'Look at the week',
  },
  'week.notPaid': {
    title: 'Payment is late: {title}',
    body: 'The client’s payment for your week of {week} of “{title}” ({amount}) failed. It is tried again each day, and the contract rests until then.',
    button: 'See the week',
  },
  'week.givenBack': {
    title: 'Given back: {title}',
    body: 'The freelancer gives back {amount} of the week of {week} for “{title}”: {reason}',
    button: 'See the week',
  },
  'week.added': {
    title: 'Added to your week: {title}',
    body: 'The client paid {amount} more for the week of {week} of “{title}”: {reason}',
    button: 'See the week',
  },
  'week.notAdded': {
    title: 'Not paid: {title}',
    body: 'What you added to the week of {week} of “{title}” could not be charged: {reason}. Nothing was moved.',
    button: 'Look at the week',
  },
  'diary.screenshotsAsked': {
    title: 'Pictures wanted: {title}',
    body: '{client} asks for a picture of your screen every ten minutes while the timer for “{title}” runs. None is taken unless you agree.',
    button: 'Decide',
  },
  'diary.screenshotsAnswered': {
    title: 'Pictures: {title}',
    body: '{freelancer} answered your wish for pictures in “{title}”: {answer}',
    button: 'See the contract',
  },
  'subscription.pastDue': {
    title: 'The Pro plan could not be charged',
    body: 'The payment was declined: {reason}. It is tried again; until {date} nothing closes. Choose another payment method to be sure.',
    button: 'Look at the plan',
  },
  'subscription.ended': {
    title: 'The Pro plan has ended',
    body: 'Your company is on Basic again. Nothing was deleted; what Pro opened is closed.',
    button: 'Look at the plan',
  },
  'connects.granted': {
    title: 'Connects granted: {count}',
    body: 'Your monthly Connects are there: {count}.',
    button: 'See your Connects',
  },
  'connects.bought': {
    title: 'Connects bought: {count}',
    body: 'Added to your balance: {count} Connects.',
    button: 'See your Connects',
  },
  'connects.notBought': {
    title: 'Payment failed: {count} Connects',
    body: 'The payment for {count} Connects failed; nothing was charged.',
    button: 'Try again',
  },
  'connects.returned': {
    title: 'Connects returned: {count}',
    body: 'Returned for “{title}”: {count} Connects. {reason}',
    button: 'See your Connects',
  },
  'connects.expiring': {
    title: 'Connects expire soon: {count}',
    body: 'They expire {date}: {count} Connects.',
    button: 'See your Connects',
  },
  'connects.outbid': {
    title: 'Outbid: {title}',
    body: 'Others bid more for the top places of “{title}”. Your bid costs nothing unless you get one again.',
    button: 'Look at your bid',
  },
  'milestone.planChanged': {
    title: 'Plan changed: {title}',
    body: 'The client changed the milestone “{milestone}” of “{title}”. Nobody has paid for it yet.',
    button: 'See the milestones',
  },
  'milestone.funded': {
    title: 'Funded: {milestone}',
    body: '{amount} for “{milestone}” of “{title}” is in escrow. You can start.',
    button: 'See the milestone',
  },
  'milestone.notFunded': {
    title: 'Not funded: {milestone}',
    body: '“{milestone}” of “{title}” could not be charged: {reason}. Nothing was paid; try again or pay another way.',
    button: 'Fund it again',
  },
  'milestone.submitted': {
    title: 'Handed in: {milestone}',
    body: '{freelancer} handed in “{milestone}” of “{title}”. Look at it until {date}; then it is released by itself.',
    button: 'Look at the work',
  },
  'milestone.changesRequested': {
    title: 'Changes wanted: {milestone}',
    body: 'The client sent “{milestone}” of “{title}” back: {reason}',
    button: 'See what is missing',
  },
  'milestone.releaseSoon': {
    title: 'Released on {date}: {milestone}',
    body: '{amount} for “{milestone}” of “{title}” is released by itself on {date} unless you answer before.',
    button: 'Look at the work',
  },
  'milestone.released': {
    title: 'Released: {milestone}',
    body: '{amount} for “{milestone}” of “{title}” was released. It can be paid out after the security period.',
    button: 'See the milestone',
  },
  'milestone.autoReleased': {
    title: 'Released by itself: {milestone}',
    body: 'Nobody answered in time, so {amount} for “{milestone}” of “{title}” was released.',
    button: 'See the milestone',
  },
  'milestone.notReleased': {
    title: 'Not released: {milestone}',
    body: 'The larger sum for “{milestone}” of “{title}” could not be charged: {reason}. Nothing was released.',
    button: 'Release it again',
  },
  'milestone.settled': {
    title: 'Yours to take out: {milestone}',
    body: 'What you earned with “{milestone}” of “{title}” ({amount}) can be paid out now.',
    button: 'See the milestone',
  },
  'milestone.refundRequested': {
    title: 'Asked back: {milestone}',
    body: 'The client asks {amount} of “{milestone}” of “{title}” back: {reason}. Answer until {date}; then it goes back by itself.',
    button: 'Answer',
  },
  'milestone.refunded': {
    title: 'Given back: {milestone}',
    body: '{amount} of “{milestone}” of “{title}” goes back to where it came from.',
    button: 'See the milestone',
  },
  'milestone.refundUnanswered': {
    title: 'Went back: {milestone}',
    body: 'The request was not answered in time, so {amount} of “{milestone}” of “{title}” goes back to the client.',
    button: 'See the milestone',
  },
  'milestone.refundRefused': {
    title: 'Refund refused: {milestone}',
    body: 'The freelancer does not give “{milestone}” of “{title}” back: {reason}. The money is frozen until it is decided.',
    button: 'See the milestone',
  },
  'milestone.refundFailed': {
    title: 'Could not go back: {milestone}',
    body: '{amount} of “{milestone}” of “{title}” could not be credited to where it came from. It is in escrow again.',
    button: 'See the milestone',
  },
  'milestone.frozen': {
    title: 'Frozen: {milestone}',
    body: 'A bank questions the payment for “{milestone}” of “{title}”. Its money is frozen until the bank decides.',
    button: 'See the milestone',
  },
  'milestone.unfrozen': {
    title: 'Goes on: {milestone}',
    body: 'The bank decided, and the money for “{milestone}” of “{title}” is in escrow again.',
    button: 'See the milestone',
  },
  'milestone.resolved': {
    title: 'Decided: {milestone}',
    body: 'The dispute over “{milestone}” of “{title}” was decided: {amount} goes to the freelancer. {reason}',
    button: 'See the decision',
  },
  'payment.toConfirm': {
    title: 'Your bank asks: {description}',
    body: 'Your bank wants you to confirm the payment of {amount} for {description}. Without an answer by {date} it is given up.',
    button: 'Confirm the payment',
  },
  'payment.declined': {
    title: 'Not paid: {description}',
    body: 'The payment of {amount} for {description} was declined: {reason}. Nothing was taken.',
    button: 'See the payment',
  },
  'bankDispute.opened': {
    title: 'Your bank took {amount} back',
    body: 'Your bank disputes the payment of {amount} for {description}. What it paid for is frozen until the bank has decided.',
    button: 'See bank disputes',
  },
  'bankDispute.won': {
    title: 'Bank dispute over {amount} is over',
    body: 'Your bank has decided that the payment of {amount} for {description} stands. Everything is back where it was.',
    button: 'See bank disputes',
  },
  'bankDispute.lost': {
    title: 'Bank dispute over {amount} is over',
    body: 'Your bank keeps the {amount} that were paid for {description}. What was frozen for it went back to the bank.',
    button: 'See bank disputes',
  },
  'bonus.paid': {
    title: 'Bonus: {amount}',
    body: 'You got a bonus of {amount} for “{title}”.',
    button: 'See the contract',
  },
  'bonus.notPaid': {
    title: 'Bonus not paid: {title}',
    body: 'The bonus of {amount} for “{title}” could not be charged: {reason}. Nothing was paid.',
    button: 'Try again',
  },
  'retainer.proposed': {
    title: 'Retainer proposed: {title}',
    body: 'The client proposes to pay {amount} each period for “{title}”.',
    button: 'Look and answer',
  },
  'retainer.accepted': {
    title: 'Retainer accepted: {title}',
    body: 'The retainer of {amount} for “{title}” is agreed. Each period is charged when it starts.',
    button: 'See the contract',
  },
  'retainer.declined': {
    title: 'Retainer declined: {title}',
    body: 'The freelancer declined the retainer of {amount} for “{title}”: {reason}',
    button: 'See the contract',
  },
  'retainer.charged': {
    title: 'Paid in advance: {title}',
    body: '{amount} for the next period of “{title}” is held for you and released on {date}.',
    button: 'See the contract',
  },
  'retainer.paused': {
    title: 'Retainer paused: {title}',
    body: 'The retainer of {amount} for “{title}” rests: {reason}. No new period is charged.',
    button: 'See the contract',
  },
  'retainer.released': {
    title: 'Released: {title}',
    body: '{amount} for a period of “{title}” was released. It can be paid out after the security period.',
    button: 'See the contract',
  },
  'retainer.stopped': {
    title: 'Retainer stopped: {title}',
    body: 'The retainer of {amount} for “{title}” ends with the period that is paid: {reason}',
    button: 'See the contract',
  },
  'refund.requested': {
    title: 'Asked back: {amount}',
    body: 'The client of “{title}” asks {amount} back that you earned: {reason}. Answer until {date}; without an answer nothing goes back.',
    button: 'Answer',
  },
  'refund.given': {
    title: 'Given back: {amount}',
    body: '{amount} of “{title}” goes back to where it came from: {reason}',
    button: 'See the contract',
  },
  'refund.refused': {
    title: 'Refund refused: {title}',
    body: 'The freelancer does not give {amount} of “{title}” back: {reason}',
    button: 'See the contract',
  },
  'refund.expired': {
    title: 'No answer: {title}',
    body: 'Your request for {amount} of “{title}” was not answered in time. Nothing went back.',
    button: 'See the contract',
  },
  'report.ready': {
    title: '{report} is ready',
    body: 'Your file of {report} ({format}) is made and can be downloaded.',
    button: 'See the file',
  },
  'report.failed': {
    title: '{report} could not be made',
    body: 'Your file of {report} ({format}) was not made. {reason}',
    button: 'See your files',
  },
  'reportSchedule.failed': {
    title: 'Not delivered: {name}',
    body: 'The scheduled report “{name}” did not arrive. {reason}',
    button: 'See the schedule',
  },
  'reportSchedule.stopped': {
    title: 'Stopped: {name}',
    body: 'The scheduled report “{name}” no longer comes. {reason}',
    button: 'See the schedule',
  },
  'payoutMethod.added': {
    title: 'A way to be paid was added: {method}',
    body: 'Payouts can go to {method} from {date}. If it was not you, remove it and change your password now.',
    button: 'Look at payout methods',
  },
  'payoutMethod.usable': {
    title: 'Ready for payouts: {method}',
    body: 'You can now be paid to {method}.',
    button: 'Take money out',
  },
  'payoutMethod.blocked': {
    title: 'Payout method stopped: {method}',
    body: 'No payout goes to {method}: {reason}',
    button: 'Look at payout methods',
  },
  'payoutMethod.removed': {
    title: 'A way to be paid was removed: {method}',
    body: 'No new payout goes to {method}. If it was not you, change your password now.',
    button: 'Look at payout methods',
  },
  'payout.submitted': {
    title: 'On its way: {amount}',
    body: '{amount} are on their way to {method} and should arrive by {date}.',
    button: 'Look at the payout',
  },
  'payout.paid': {
    title: 'Paid out: {amount}',
    body: '{amount} have arrived at {method}.',
    button: 'Look at the payout',
  },
  'payout.failed': {
    title: 'Payout failed: {amount}',
    body: '{amount} could not be paid to {method}: {reason} The money is available again, its fee too.',
    button: 'Look at the payout',
  },
  'payout.returned': {
    title: 'Payout came back: {amount}',
    body: '{amount} came back from {method}: {reason} The money is available again, its fee too.',
    button: 'Look at the payout',
  },
  'payout.notScheduled': {
    title: 'No payout in {currency} this time',
    body: 'Your scheduled payout in {currency} was not made: {reason} The money stays available.',
    button: 'Look at payouts',
  },
  'taxForm.expiring': {
    title: 'Your tax form expires on {date}',
    body: 'Sign a new one before {date}; without it nothing can be paid out.',
    button: 'Sign the form',
  },
  'taxForm.expired': {
    title: 'Your tax form has expired',
    body: 'Sign a new one; until then nothing can be paid out. What you earn stays yours.',
    button: 'Sign the form',
  },
  'moneyHold.placed': {
    title: 'Payouts are on hold',
    body: 'The marketplace has stopped a payout or all of yours and will be in touch. The money stays in your account.',
    button: 'Look at payouts',
  },
  'moneyHold.lifted': {
    title: 'Payouts go on',
    body: 'The hold on your money was lifted.',
    button: 'Look at payouts',
  },
};

export const enUnknown = {
  title: 'News for you',
  body: 'Something happened that concerns you. Look at it to see what.',
  button: 'Look at it',
};

export const enMail = { hello: 'Hello {name}. {lead}', after: 'You get this mail because it concerns you at {brand}.' };

/** What slices name by a code; other reasons are somebody's words and stay as they are. */
export const enReasons: Readonly<Record<string, string>> = {
  name_mismatch: 'The account is in another name than yours.',
  account_restricted: 'The provider has restricted the account.',
  account_closed: 'The account is closed.',
  account_unknown: 'There is no such account.',
  recipient_refused: 'The recipient did not take it.',
  payout_method_missing: 'No payout method is chosen for it.',
  payout_method_not_usable: 'The payout method cannot be used now.',
  tax_form_missing: 'A tax form must be signed first.',
  payouts_on_hold: 'The marketplace has stopped payouts.',
  payout_too_small: 'It would not even cover the fee.',
  payout_currency_not_offered: 'This currency is not paid out this way.',
  postFilled: 'The job was given to somebody else.',
  postClosed: 'The job was closed.',
  postExpired: 'The job expired.',
  postRemoved: 'The operator removed the job.',
  unopened: 'The client did not open the proposal.',
};
