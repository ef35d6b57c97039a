/**
 * Everything a person can be told of, with the words that its sentence needs. Pure. A kind that is missing here does
 * not compile at `notify`; a kind without a sentence in each language does not compile in collaboration/notifications.
 * `mail`: it cannot wait until somebody looks at the portal.
 */
export const noticeKinds = {
  'approval.requested': { words: ['requester', 'title'], mail: true },
  'approval.approved': { words: ['approver', 'title'], mail: true },
  'approval.rejected': { words: ['approver', 'title', 'reason'], mail: true },
  'approval.changesRequested': { words: ['approver', 'title', 'reason'], mail: true },
  'approval.expired': { words: ['title'], mail: true },
  'approval.stalled': { words: ['requester', 'title'], mail: true },

  'jobPost.expiring': { words: ['title', 'date'], mail: true },
  'jobPost.expired': { words: ['title'], mail: true },
  'jobPost.removed': { words: ['title', 'reason'], mail: true },
  'jobPost.filled': { words: ['title'], mail: false },
  'jobPost.opened': { words: ['title'], mail: false },
  'jobImport.finished': { words: ['file', 'created', 'duplicates', 'refused'], mail: false },
  'jobImport.failed': { words: ['file', 'reason'], mail: true },
  'jobSearch.newMatches': { words: ['search', 'count'], mail: false },

  'invitation.sent': { words: ['client', 'title'], mail: true },
  'invitation.accepted': { words: ['freelancer', 'title'], mail: false },
  'invitation.declined': { words: ['freelancer', 'title'], mail: false },
  'invitation.withdrawn': { words: ['client', 'title'], mail: false },
  'invitation.expired': { words: ['title'], mail: false },

  'proposal.submitted': { words: ['freelancer', 'title'], mail: false },
  'proposal.changed': { words: ['freelancer', 'title'], mail: false },
  'proposal.withdrawn': { words: ['freelancer', 'title'], mail: false },
  'proposal.declined': { words: ['client', 'title'], mail: true },
  'proposal.closed': { words: ['title', 'reason'], mail: false },
  'proposal.replied': { words: ['client', 'title'], mail: false },
  'proposal.interviewRequested': { words: ['client', 'title'], mail: true },
  'proposal.messageSent': { words: ['sender', 'title'], mail: true },

  'offer.sent': { words: ['client', 'title'], mail: true },
  'offer.countered': { words: ['freelancer', 'title'], mail: true },
  'offer.counterAnswered': { words: ['client', 'title'], mail: true },
  'offer.accepted': { words: ['freelancer', 'title'], mail: true },
  'offer.declined': { words: ['freelancer', 'title'], mail: true },
  'offer.withdrawn': { words: ['client', 'title'], mail: true },
  'offer.expiring': { words: ['client', 'title', 'date'], mail: true },
  'offer.expired': { words: ['title'], mail: true },

  'contract.ready': { words: ['title', 'date'], mail: true },
  'contract.started': { words: ['title'], mail: true },
  'contract.cancelled': { words: ['title', 'reason'], mail: true },
  'contract.paused': { words: ['title', 'reason'], mail: true },
  'contract.pausedIdle': { words: ['title'], mail: true },
  'contract.idleSoon': { words: ['title', 'date'], mail: true },
  'contract.held': { words: ['title', 'reason'], mail: true },
  'contract.disputed': { words: ['title'], mail: true },
  'contract.resumed': { words: ['title'], mail: true },
  'contract.ending': { words: ['title'], mail: true },
  'contract.ended': { words: ['title'], mail: true },
  'amendment.proposed': { words: ['sender', 'title'], mail: true },
  'amendment.agreed': { words: ['title', 'date'], mail: true },
  'amendment.declined': { words: ['sender', 'title', 'reason'], mail: true },
  'amendment.withdrawn': { words: ['title'], mail: false },
  'amendment.expired': { words: ['title'], mail: true },

  'connects.granted': { words: ['count'], mail: false },
  'connects.bought': { words: ['count'], mail: false },
  'connects.notBought': { words: ['count'], mail: true },
  'connects.returned': { words: ['count', 'title', 'reason'], mail: false },
  'connects.expiring': { words: ['count', 'date'], mail: false },
  'connects.outbid': { words: ['title'], mail: true },

  'milestone.planChanged': { words: ['title', 'milestone'], mail: false },
  'milestone.funded': { words: ['title', 'milestone', 'amount'], mail: true },
  'milestone.notFunded': { words: ['title', 'milestone', 'reason'], mail: true },
  'milestone.submitted': { words: ['freelancer', 'title', 'milestone', 'date'], mail: true },
  'milestone.changesRequested': { words: ['title', 'milestone', 'reason'], mail: true },
  'milestone.releaseSoon': { words: ['title', 'milestone', 'amount', 'date'], mail: true },
  'milestone.released': { words: ['title', 'milestone', 'amount'], mail: true },
  'milestone.autoReleased': { words: ['title', 'milestone', 'amount'], mail: true },
  'milestone.notReleased': { words: ['title', 'milestone', 'reason'], mail: true },
  'milestone.settled': { words: ['title', 'milestone', 'amount'], mail: false },
  'milestone.refundRequested': { words: ['title', 'milestone', 'amount', 'reason', 'date'], mail: true },
  'milestone.refunded': { words: ['title', 'milestone', 'amount'], mail: true },
  'milestone.refundUnanswered': { words: ['title', 'milestone', 'amount'], mail: true },
  'milestone.refundRefused': { words: ['title', 'milestone', 'reason'], mail: true },
  'milestone.refundFailed': { words: ['title', 'milestone', 'amount'], mail: true },
  'milestone.frozen': { words: ['title', 'milestone'], mail: true },
  'milestone.unfrozen': { words: ['title', 'milestone'], mail: true },
  'milestone.resolved': { words: ['title', 'milestone', 'amount', 'reason'], mail: true },

  'bonus.paid': { words: ['title', 'amount'], mail: true },
  'bonus.notPaid': { words: ['title', 'amount', 'reason'], mail: true },

  'retainer.proposed': { words: ['title', 'amount'], mail: true },
  'retainer.accepted': { words: ['title', 'amount'], mail: true },
  'retainer.declined': { words: ['title', 'amount', 'reason'], mail: true },
  'retainer.charged': { words: ['title', 'amount', 'date'], mail: false },
  'retainer.paused': { words: ['title', 'amount', 'reason'], mail: true },
  'retainer.released': { words: ['title', 'amount'], mail: false },
  'retainer.stopped': { words: ['title', 'amount', 'reason'], mail: true },

  'refund.requested': { words: ['title', 'amount', 'reason', 'date'], mail: true },
  'refund.given': { words: ['title', 'amount', 'reason'], mail: true },
  'refund.refused': { words: ['title', 'amount', 'reason'], mail: true },
  'refund.expired': { words: ['title', 'amount'], mail: true },

  'invoice.issued': { words: ['number', 'amount', 'date'], mail: true },
  'invoice.dueSoon': { words: ['number', 'amount', 'date'], mail: true },
  'invoice.overdue': { words: ['number', 'amount', 'date'], mail: true },
} as const satisfies Record<string, { words: readonly string[]; mail: boolean }>;

export type NoticeKind = keyof typeof noticeKinds;
export type NoticeWords<Kind extends NoticeKind> = Readonly<
  Record<(typeof noticeKinds)[Kind]['words'][number], string>
>;
