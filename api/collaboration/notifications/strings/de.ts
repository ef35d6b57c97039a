import type { NoticeTexts } from '../notice-texts.ts';

/** `{words}` werden eingesetzt; `{brand}` ist, wessen Nachricht es ist. */
export const de: NoticeTexts = {
  'approval.requested': {
    title: 'Freigabe erbeten: {title}',
    body: '{requester} bittet Sie, „{title}“ freizugeben.',
    button: 'Ansehen und entscheiden',
    second: 'Freigeben …',
  },
  'approval.approved': {
    title: 'Freigegeben: {title}',
    body: '{approver} hat „{title}“ freigegeben. Es geht von selbst weiter.',
    button: 'Ansehen, wie es weitergeht',
  },
  'approval.rejected': {
    title: 'Abgelehnt: {title}',
    body: '{approver} hat „{title}“ abgelehnt: {reason}',
    button: 'Ansehen',
  },
  'approval.changesRequested': {
    title: 'Änderungen erbeten: {title}',
    body: '{approver} bittet um Änderungen an „{title}“: {reason}',
    button: 'Ändern',
  },
  'approval.expired': {
    title: 'Nicht rechtzeitig entschieden: {title}',
    body: 'Über „{title}“ hat niemand rechtzeitig entschieden. Es ist wieder ein Entwurf; Sie können die Freigabe erneut anfordern.',
    button: 'Ansehen',
  },
  'approval.stalled': {
    title: 'Niemand kann freigeben: {title}',
    body: '{requester} bittet um Freigabe von „{title}“, aber niemand sonst darf freigeben. Geben Sie jemandem die Rolle „Freigabe“; dann geht es von selbst weiter.',
    button: 'Ansehen',
  },
  'approval.delegated': {
    title: 'Sie entscheiden für {name}',
    body: '{name} lässt Sie bis {date} an eigener Stelle freigeben. Was auf {name} wartet, wartet auch auf Sie; was einer von Ihnen selbst angefragt hat, entscheiden andere.',
    button: 'Ansehen',
  },
  'approval.notCarriedOut': {
    title: 'Freigegeben, aber nicht bezahlt: {title}',
    body: '„{title}“ wurde freigegeben, konnte aber nicht mehr bezahlt werden: {reason} Es wurde kein Geld bewegt.',
    button: 'Ansehen',
  },
  'purchaseOrder.threshold': {
    title: 'Bestellung {number}: {percent} % verbraucht',
    body: 'Was abgerechnet wurde und was Angebote und Verträge noch kosten können, hat {percent} % der Bestellung {number} erreicht.',
    button: 'Ansehen, was dahintersteht',
  },
  'purchaseOrder.expiring': {
    title: 'Bestellung {number} endet am {date}',
    body: 'Die Bestellung {number} gilt bis {date}. Angebote und Verträge, die weitergehen, brauchen eine andere oder eine verlängerte.',
    button: 'Ansehen, wer sie nutzt',
  },
  'purchaseOrder.expired': {
    title: 'Die Bestellung {number} ist abgelaufen',
    body: 'Die Bestellung {number} galt bis {date}. Auf sie kann nichts Neues gebucht werden, bis sie verlängert und wieder geöffnet ist.',
    button: 'Ansehen, wer sie nutzt',
  },
  'budget.threshold': {
    title: 'Budget von {costCenter}: {percent} % erreicht',
    body: 'Was abgerechnet und gebunden ist, hat {percent} % des Budgets der Kostenstelle {costCenter} für {period} erreicht.',
    button: 'Budget ansehen',
  },
  'rateException.requested': {
    title: 'Ein Satz über der Karte: {role}',
    body: '{requester} bittet um einen Satz über der Satzkarte für {role}. Jemand anderes aus den Finanzen entscheidet.',
    button: 'Ansehen und entscheiden',
  },
  'rateException.decided': {
    title: 'Satz für {role}: {decision}',
    body: 'Über den Satz über der Karte, um den Sie gebeten haben, ist entschieden: {decision}.',
    button: 'Satzkarten ansehen',
  },
  'jobPost.opened': {
    title: 'Offen: {title}',
    body: '„{title}“ nimmt jetzt Bewerbungen an.',
    button: 'Ausschreibung ansehen',
  },
  'jobPost.expiring': {
    title: 'Läuft ab am {date}: {title}',
    body: '„{title}“ nimmt bis {date} Bewerbungen an. Danach können Sie sie erneut ausschreiben.',
    button: 'Ausschreibung ansehen',
  },
  'jobPost.expired': {
    title: 'Abgelaufen: {title}',
    body: '„{title}“ war die ganze Zeit offen und nimmt keine Bewerbungen mehr an. Sie können sie erneut ausschreiben.',
    button: 'Ausschreibung ansehen',
  },
  'jobPost.removed': {
    title: 'Entfernt: {title}',
    body: 'Der Betreiber hat „{title}“ entfernt: {reason}',
    button: 'Ausschreibung ansehen',
  },
  'jobPost.filled': {
    title: 'Besetzt: {title}',
    body: 'Alle für „{title}“ Gesuchten haben unterschrieben. Bewerbungen werden nicht mehr angenommen.',
    button: 'Ausschreibung ansehen',
  },
  'jobImport.finished': {
    title: 'Import fertig: {file}',
    body: '„{file}“ ist eingelesen. Angelegt: {created}, schon vorhanden: {duplicates}, abgelehnt: {refused}.',
    button: 'Jede Zeile ansehen',
  },
  'jobImport.failed': {
    title: 'Import abgebrochen: {file}',
    body: '„{file}“ ließ sich nicht bis zum Ende lesen: {reason} Was angelegt wurde, bleibt; ein neuer Start legt nichts doppelt an.',
    button: 'Ansehen, was angelegt wurde',
  },
  'jobSearch.newMatches': {
    title: 'Neu für „{search}“: {count}',
    body: 'Neue Ausschreibungen, die zu „{search}“ passen: {count}.',
    button: 'Ausschreibungen ansehen',
  },
  'invitation.sent': {
    title: '{client} lädt Sie ein: {title}',
    body: '{client} lädt Sie zu einer Bewerbung für „{title}“ ein. Auf eine Einladung kostet es keine Connects.',
    button: 'Einladung ansehen',
  },
  'invitation.accepted': {
    title: '{freelancer} sagt zu: {title}',
    body: '{freelancer} hat Ihre Einladung zu „{title}“ angenommen.',
    button: 'Bewerbung ansehen',
  },
  'invitation.declined': {
    title: '{freelancer} sagt ab: {title}',
    body: '{freelancer} hat Ihre Einladung zu „{title}“ abgelehnt.',
    button: 'Einladungen ansehen',
  },
  'invitation.withdrawn': {
    title: 'Einladung zurückgezogen: {title}',
    body: '{client} hat die Einladung zu „{title}“ zurückgezogen.',
    button: 'Ihre Einladungen ansehen',
  },
  'invitation.expired': {
    title: 'Einladung abgelaufen: {title}',
    body: 'Die Einladung zu „{title}“ wurde nicht rechtzeitig beantwortet.',
    button: 'Einladungen ansehen',
  },
  'pool.invited': {
    title: '{brand} lädt Sie in „{pool}“ ein',
    body: '{brand} möchte Sie im Talentpool „{pool}“ führen. Sie sind nur darin, wenn Sie annehmen.',
    button: 'Einladung ansehen',
  },
  'pool.admitted': {
    title: 'Sie sind in „{pool}“',
    body: '{brand} führt Sie im Talentpool „{pool}“. Sie können ihn jederzeit verlassen.',
    button: 'Eigene Pools ansehen',
  },
  'pool.suspended': {
    title: 'In „{pool}“ ausgesetzt',
    body: '{brand} hat Ihren Platz in „{pool}“ ausgesetzt. Bis das endet, erscheinen Sie dort nicht.',
    button: 'Eigene Pools ansehen',
  },
  'pool.resumed': {
    title: 'Wieder in „{pool}“',
    body: 'Ihr Platz in „{pool}“ zählt wieder.',
    button: 'Eigene Pools ansehen',
  },
  'pool.removed': {
    title: 'Nicht mehr in „{pool}“',
    body: '{brand} führt Sie nicht mehr in „{pool}“. Verträge und Angebote bleiben, wie sie sind.',
    button: 'Eigene Pools ansehen',
  },
  'pool.expired': {
    title: 'Ihre Zeit in „{pool}“ ist um',
    body: 'Ihr Platz in „{pool}“ ist wie vorgesehen ausgelaufen.',
    button: 'Eigene Pools ansehen',
  },
  'pool.accepted': {
    title: '{freelancer} ist in „{pool}“',
    body: '{freelancer} hat angenommen und ist jetzt in „{pool}“.',
    button: 'Pool ansehen',
  },
  'pool.declined': {
    title: '{freelancer} kommt nicht in „{pool}“',
    body: '{freelancer} hat die Einladung in „{pool}“ abgelehnt.',
    button: 'Pool ansehen',
  },
  'pool.left': {
    title: '{freelancer} hat „{pool}“ verlassen',
    body: '{freelancer} ist nicht mehr in „{pool}“.',
    button: 'Pool ansehen',
  },
  'pool.invitationExpired': {
    title: 'Keine Antwort von {freelancer}',
    body: '{freelancer} hat die Einladung in „{pool}“ nicht rechtzeitig beantwortet.',
    button: 'Pool ansehen',
  },
  'pool.consentAsked': {
    title: 'Darf {company} Sie sehen?',
    body: '{brand} möchte Ihr Profil aus „{pool}“ {company} zeigen. Ohne Ihre Zustimmung wird nichts gezeigt.',
    button: 'Entscheiden',
  },
  'pool.consentGiven': {
    title: '{freelancer} hat zugestimmt',
    body: '{freelancer} darf {company} gezeigt werden. Ihre Notizen, Stichworte und Bewertungen bleiben bei Ihnen.',
    button: 'Pool ansehen',
  },
  'pool.consentRefused': {
    title: '{freelancer} hat nicht zugestimmt',
    body: '{freelancer} darf {company} nicht gezeigt werden. Gezeigt wurde nichts.',
    button: 'Pool ansehen',
  },
  'pool.shared': {
    title: '{company} hat {freelancer} mit Ihnen geteilt',
    body: '{freelancer} hat zugestimmt, Ihnen von {company} gezeigt zu werden.',
    button: 'Ansehen, wer es ist',
  },
  'proposal.submitted': {
    title: 'Neue Bewerbung: {title}',
    body: '{freelancer} hat sich auf „{title}“ beworben.',
    button: 'Bewerbungen ansehen',
  },
  'proposal.changed': {
    title: 'Bewerbung geändert: {title}',
    body: '{freelancer} hat die Bedingungen der Bewerbung für „{title}“ geändert.',
    button: 'Bewerbung ansehen',
  },
  'proposal.withdrawn': {
    title: 'Bewerbung zurückgezogen: {title}',
    body: '{freelancer} hat die Bewerbung für „{title}“ zurückgezogen.',
    button: 'Bewerbungen ansehen',
  },
  'proposal.declined': {
    title: 'Diesmal nicht: {title}',
    body: '{client} hat Ihre Bewerbung für „{title}“ abgelehnt.',
    button: 'Ihre Bewerbungen ansehen',
  },
  'proposal.closed': {
    title: 'Bewerbung geschlossen: {title}',
    body: 'Ihre Bewerbung für „{title}“ wurde geschlossen: {reason}',
    button: 'Ihre Bewerbungen ansehen',
  },
  'proposal.replied': {
    title: '{client} antwortet: {title}',
    body: '{client} befasst sich mit Ihrer Bewerbung für „{title}“.',
    button: 'Bewerbung ansehen',
  },
  'proposal.interviewRequested': {
    title: 'Gespräch erbeten: {title}',
    body: '{client} bittet Sie um ein Gespräch über „{title}“.',
    button: 'Antworten',
  },
  'proposal.messageSent': {
    title: 'Nachricht von {sender}: {title}',
    body: '{sender} hat Ihnen zu „{title}“ geschrieben.',
    button: 'Lesen und antworten',
  },
  'vetting.invited': {
    title: 'Prüfung für {pool}',
    body: '{brand} lädt Sie zur Prüfung für „{pool}“ ein. Sehen Sie, was verlangt wird, und nehmen Sie an oder lehnen Sie ab.',
    button: 'Einladung ansehen',
  },
  'vetting.applied': {
    title: 'Neue Bewerbung: {freelancer}',
    body: '{freelancer} möchte für „{pool}“ geprüft werden.',
    button: 'Fall öffnen',
  },
  'vetting.notEligible': {
    title: 'Ihrem Profil fehlt etwas für {pool}',
    body: 'Ihr Profil hat noch nicht alles, was „{pool}“ verlangt. Ergänzen Sie es und prüfen Sie erneut; Ihre Bewerbung bleibt erhalten.',
    button: 'Sehen, was fehlt',
  },
  'vetting.documentsWanted': {
    title: 'Nächster Schritt für {pool}: Ihre Unterlagen',
    body: 'Ihr Profil erfüllt, was „{pool}“ verlangt. Reichen Sie jetzt die Unterlagen ein.',
    button: 'Unterlagen einreichen',
  },
  'vetting.documentsHandedIn': {
    title: 'Unterlagen von {freelancer}',
    body: '{freelancer} hat Unterlagen für „{pool}“ eingereicht.',
    button: 'Unterlagen prüfen',
  },
  'vetting.documentRefused': {
    title: 'Bitte neu einreichen: {document}',
    body: '„{document}“ für „{pool}“ wurde nicht angenommen: {reason}',
    button: 'Neu einreichen',
  },
  'vetting.chooseSlot': {
    title: 'Wählen Sie einen Termin für das Gespräch',
    body: 'Ihre Unterlagen für „{pool}“ sind angenommen. Wählen Sie einen Termin für das Gespräch.',
    button: 'Termin wählen',
  },
  'vetting.interviewBooked': {
    title: 'Gespräch am {date}',
    body: 'Das Gespräch mit {freelancer} für „{pool}“ ist am {date}.',
    button: 'Gespräch ansehen',
  },
  'vetting.interviewMoved': {
    title: 'Gespräch verlegt auf {date}',
    body: 'Das Gespräch mit {freelancer} für „{pool}“ wurde auf den {date} verlegt.',
    button: 'Gespräch ansehen',
  },
  'vetting.interviewCalledOff': {
    title: 'Ihr Gespräch findet nicht statt',
    body: 'Das Gespräch für „{pool}“ wurde abgesagt: {reason} Wählen Sie einen anderen Termin; das zählt nicht als Ihre Verlegung.',
    button: 'Termin wählen',
  },
  'vetting.noShow': {
    title: 'Sie haben beim Gespräch gefehlt',
    body: 'Sie waren nicht beim Gespräch für „{pool}“: {reason} Sie können einen anderen Termin wählen.',
    button: 'Termin wählen',
  },
  'vetting.reviewerNoShow': {
    title: '{freelancer} hat vergeblich gewartet',
    body: '{freelancer} meldet, dass zum Gespräch für „{pool}“ niemand kam: {reason}',
    button: 'Fall öffnen',
  },
  'vetting.toScore': {
    title: 'Zu bewerten: {freelancer}',
    body: '{freelancer} hatte das Gespräch für „{pool}“ und kann bewertet werden.',
    button: 'Bewertung abgeben',
  },
  'vetting.anotherReviewer': {
    title: 'Noch eine Bewertung für {freelancer}',
    body: 'Die Bewertungen von {freelancer} für „{pool}“ liegen weit auseinander; eine weitere wird gebraucht.',
    button: 'Bewertung abgeben',
  },
  'vetting.toDecide': {
    title: 'Zu entscheiden: {freelancer}',
    body: 'Alle Bewertungen von {freelancer} für „{pool}“ liegen vor.',
    button: 'Entscheiden',
  },
  'vetting.approved': {
    title: 'Sie sind dabei: {pool}',
    body: 'Sie wurden geprüft und sind bis {date} Mitglied von „{pool}“.',
    button: 'Mitgliedschaft ansehen',
  },
  'vetting.rejected': {
    title: 'Diesmal nicht: {pool}',
    body: 'Sie wurden nicht in „{pool}“ aufgenommen: {reason} Ab {date} können Sie sich wieder bewerben.',
    button: 'Entscheidung lesen',
  },
  'vetting.needsMore': {
    title: 'Es wird mehr gebraucht: {pool}',
    body: 'Vor der Entscheidung über „{pool}“ werden Sie gefragt: {reason} Antworten Sie bis {date}.',
    button: 'Antworten',
  },
  'vetting.answered': {
    title: '{freelancer} hat geantwortet',
    body: '{freelancer} hat auf Ihre Frage zu „{pool}“ geantwortet.',
    button: 'Entscheiden',
  },
  'vetting.withdrawn': {
    title: 'Zurückgezogen: {freelancer}',
    body: '{freelancer} möchte nicht mehr für „{pool}“ geprüft werden.',
    button: 'Fall öffnen',
  },
  'vetting.lapsed': {
    title: 'Die Einladung ist abgelaufen: {pool}',
    body: 'Die Einladung zur Prüfung für „{pool}“ wurde nicht rechtzeitig beantwortet.',
    button: 'Ansehen',
  },
  'vetting.expiring': {
    title: 'Bis {date}: {pool}',
    body: 'Ihre Mitgliedschaft in „{pool}“ endet am {date}. Erneuern Sie sie jetzt; ein Gespräch ist nicht nötig.',
    button: 'Erneuern',
  },
  'vetting.expired': {
    title: 'Ihre Mitgliedschaft ist abgelaufen: {pool}',
    body: 'Ihre Zeit in „{pool}“ ist vorbei. Eine Weile lang können Sie sie noch erneuern.',
    button: 'Ansehen',
  },
  'vetting.suspended': {
    title: 'Ausgesetzt bis {date}: {pool}',
    body: 'Ihre Mitgliedschaft in „{pool}“ ist bis {date} ausgesetzt: {reason} Sie können Einspruch einlegen.',
    button: 'Entscheidung lesen',
  },
  'vetting.reinstated': {
    title: 'Sie sind wieder dabei: {pool}',
    body: 'Ihre Mitgliedschaft in „{pool}“ ist nicht mehr ausgesetzt.',
    button: 'Mitgliedschaft ansehen',
  },
  'vetting.revoked': {
    title: 'Ihre Mitgliedschaft wurde entzogen: {pool}',
    body: 'Sie sind nicht mehr Mitglied von „{pool}“: {reason} Sie können Einspruch einlegen.',
    button: 'Entscheidung lesen',
  },
  'vetting.appealed': {
    title: 'Einspruch von {freelancer}',
    body: '{freelancer} legt Einspruch gegen eine Entscheidung über „{pool}“ ein. Es prüft jemand, der sie nicht getroffen hat.',
    button: 'Einspruch prüfen',
  },
  'vetting.appealUpheld': {
    title: 'Die Entscheidung bleibt: {pool}',
    body: 'Ihr Einspruch zu „{pool}“ wurde geprüft und die Entscheidung bleibt: {reason}',
    button: 'Antwort lesen',
  },
  'vetting.appealOverturned': {
    title: 'Ihrem Einspruch wurde stattgegeben: {pool}',
    body: 'Die Entscheidung über „{pool}“ gilt nicht mehr: {reason}',
    button: 'Sehen, wie es weitergeht',
  },
  'offer.sent': {
    title: 'Auftrag von {client}: {title}',
    body: '{client} bietet Ihnen „{title}“ an. Lesen Sie die Bedingungen; nehmen Sie an, lehnen Sie ab oder schlagen Sie andere vor.',
    button: 'Auftrag ansehen',
  },
  'offer.countered': {
    title: 'Gegenvorschlag: {title}',
    body: '{freelancer} schlägt für „{title}“ andere Bedingungen vor.',
    button: 'Bedingungen vergleichen',
  },
  'offer.counterAnswered': {
    title: 'Neue Bedingungen von {client}: {title}',
    body: '{client} antwortet auf Ihren Gegenvorschlag zu „{title}“ mit neuen Bedingungen.',
    button: 'Bedingungen vergleichen',
  },
  'offer.accepted': {
    title: 'Unterschrieben: {title}',
    body: '{freelancer} hat „{title}“ angenommen und unterschrieben.',
    button: 'Vertrag ansehen',
  },
  'offer.declined': {
    title: 'Auftrag abgelehnt: {title}',
    body: '{freelancer} hat „{title}“ abgelehnt.',
    button: 'Auftrag ansehen',
  },
  'offer.withdrawn': {
    title: 'Auftrag zurückgezogen: {title}',
    body: '{client} hat „{title}“ zurückgezogen.',
    button: 'Ihre Aufträge ansehen',
  },
  'offer.expiring': {
    title: 'Antwort bis {date}: {title}',
    body: 'Der Auftrag „{title}“ von {client} endet ohne Antwort: {date}.',
    button: 'Auftrag ansehen',
  },
  'offer.expired': {
    title: 'Auftrag abgelaufen: {title}',
    body: '„{title}“ wurde nicht rechtzeitig beantwortet.',
    button: 'Auftrag ansehen',
  },
  'contract.ready': {
    title: 'Beginn {date}: {title}',
    body: 'Der Vertrag „{title}“ ist unterschrieben. Beginn: {date}.',
    button: 'Vertrag ansehen',
  },
  'contract.started': {
    title: 'Begonnen: {title}',
    body: 'Der Vertrag „{title}“ hat begonnen.',
    button: 'Vertrag ansehen',
  },
  'contract.cancelled': {
    title: 'Abgesagt: {title}',
    body: 'Der Vertrag „{title}“ wurde vor seinem Beginn abgesagt: {reason}',
    button: 'Vertrag ansehen',
  },
  'contract.paused': {
    title: 'Pausiert: {title}',
    body: 'Die Arbeit an „{title}“ ruht: {reason}. Was auf dem Treuhandkonto liegt, bleibt dort.',
    button: 'Vertrag ansehen',
  },
  'contract.pausedIdle': {
    title: 'Pausiert: {title}',
    body: 'In „{title}“ ist länger nichts geschehen, deshalb ruht der Vertrag. Der Auftraggeber kann ihn fortsetzen oder beenden; was auf dem Treuhandkonto liegt, bleibt dort.',
    button: 'Vertrag ansehen',
  },
  'contract.idleSoon': {
    title: 'Läuft das noch? {title}',
    body: 'In „{title}“ ist zuletzt nichts geschehen. Der Vertrag pausiert am {date}, wenn bis dahin niemand etwas darin tut.',
    button: 'Vertrag ansehen',
  },
  'contract.held': {
    title: 'Angehalten: {title}',
    body: 'Der Marktplatz hat „{title}“ angehalten: {reason}. Was auf dem Treuhandkonto liegt, bleibt dort.',
    button: 'Vertrag ansehen',
  },
  'contract.disputed': {
    title: 'Bestritten: {title}',
    body: 'Die Bank des Auftraggebers bestreitet eine Zahlung für „{title}“. Bis zur Entscheidung ruht die Arbeit.',
    button: 'Vertrag ansehen',
  },
  'contract.resumed': {
    title: 'Geht weiter: {title}',
    body: 'Die Arbeit an „{title}“ geht weiter.',
    button: 'Vertrag ansehen',
  },
  'contract.ending': {
    title: 'Wird beendet: {title}',
    body: '„{title}“ wird beendet. Zuerst wird Offenes geklärt; Neues beginnt nicht.',
    button: 'Vertrag ansehen',
  },
  'contract.ended': {
    title: 'Beendet: {title}',
    body: '„{title}“ ist beendet, und kein Geld ist mehr offen.',
    button: 'Vertrag ansehen',
  },
  'onboarding.asked': {
    title: 'Vor der Arbeit: {title}',
    body: '„{title}“ beginnt, wenn alles vor der Arbeit erledigt ist. {count} davon wartet auf Sie.',
    button: 'Ansehen, was zu tun ist',
  },
  'onboarding.submitted': {
    title: 'Zu prüfen: {task}',
    body: '{freelancer} hat „{task}“ für „{title}“ eingereicht. Nehmen Sie es an oder geben Sie es mit einem Grund zurück.',
    button: 'Ansehen',
  },
  'onboarding.returned': {
    title: 'Noch einmal zu erledigen: {task}',
    body: '„{task}“ für „{title}“ wurde zurückgegeben: {reason}',
    button: 'Noch einmal erledigen',
  },
  'onboarding.dueSoon': {
    title: 'Fällig am {date}: {task}',
    body: '„{task}“ für „{title}“ ist am {date} fällig. Vorher beginnt keine Arbeit.',
    button: 'Jetzt erledigen',
  },
  'onboarding.renew': {
    title: 'Gültig bis {date}: {task}',
    body: '„{task}“ für „{title}“ gilt bis {date}. Erneuern Sie es vorher, damit die Arbeit ohne Pause weitergeht.',
    button: 'Erneuern',
  },
  'onboarding.expired': {
    title: 'Nicht mehr gültig: {task}',
    body: '„{task}“ für „{title}“ ist nicht mehr gültig. Erledigen Sie es noch einmal.',
    button: 'Ansehen, was zu tun ist',
  },
  'contract.onboarded': {
    title: 'Vor der Arbeit ist alles erledigt: {title}',
    body: 'Vor der Arbeit an „{title}“ ist nichts mehr zu tun.',
    button: 'Vertrag öffnen',
  },
  'amendment.proposed': {
    title: 'Andere Bedingungen für {title}',
    body: '{sender} schlägt andere Bedingungen für „{title}“ vor. Sehen Sie die Unterschiede an, dann unterschreiben oder ablehnen Sie.',
    button: 'Vertrag ansehen',
  },
  'amendment.agreed': {
    title: 'Andere Bedingungen vereinbart: {title}',
    body: 'Beide haben andere Bedingungen für „{title}“ unterschrieben. Sie gelten ab {date}.',
    button: 'Vertrag ansehen',
  },
  'amendment.declined': {
    title: 'Bedingungen abgelehnt: {title}',
    body: '{sender} hat die anderen Bedingungen für „{title}“ abgelehnt: {reason}. Die bisherigen gelten.',
    button: 'Vertrag ansehen',
  },
  'amendment.withdrawn': {
    title: 'Vorschlag zurückgezogen: {title}',
    body: 'Der Vorschlag anderer Bedingungen für „{title}“ wurde zurückgezogen. Die bisherigen gelten.',
    button: 'Vertrag ansehen',
  },
  'amendment.expired': {
    title: 'Vorschlag abgelaufen: {title}',
    body: 'Auf die anderen Bedingungen für „{title}“ hat niemand rechtzeitig geantwortet. Die bisherigen gelten.',
    button: 'Vertrag ansehen',
  },
  'invoice.issued': {
    title: 'Rechnung {number}: {amount} bis {date}',
    body: 'Die Rechnung {number} über {amount} wurde gestellt. Sie ist am {date} fällig.',
    button: 'Rechnung ansehen',
  },
  'invoice.dueSoon': {
    title: 'Fällig am {date}: Rechnung {number}',
    body: 'Von der Rechnung {number} sind {amount} offen und am {date} fällig.',
    button: 'Rechnung bezahlen',
  },
  'invoice.overdue': {
    title: 'Überfällig: Rechnung {number}',
    body: 'Von der Rechnung {number} waren {amount} am {date} fällig. Bis sie bezahlt ist, kann nichts mehr auf Kredit gekauft werden; andere Zahlungswege bleiben offen.',
    button: 'Rechnung bezahlen',
  },
  'timer.lost': {
    title: 'Timer angehalten: {title}',
    body: 'Von Ihrem Timer für „{title}“ war nichts mehr zu hören; er steht seit dem letzten Lebenszeichen. Alles bis dahin ist gesichert.',
    button: 'Zeiten ansehen',
  },
  'week.closed': {
    title: 'Woche prüfen: {title}',
    body: 'Die Woche vom {week} für „{title}“ ist vorbei. Sie können sie bis {date} UTC berichtigen; dann wird sie abgerechnet.',
    button: 'Woche prüfen',
  },
  'week.toReview': {
    title: 'Stunden zu prüfen: {title}',
    body: 'Die Woche vom {week} für „{title}“ kostet {amount} vor Gebühren. Ohne Antwort gilt sie nach dem {date} als angenommen.',
    button: 'Woche prüfen',
  },
  'week.accepted': {
    title: 'Woche angenommen: {title}',
    body: 'Ihre Woche vom {week} für „{title}“ ist angenommen: {amount} vor der Servicegebühr.',
    button: 'Woche ansehen',
  },
  'week.disputed': {
    title: 'Stunden beanstandet: {title}',
    body: 'Von Ihrer Woche vom {week} für „{title}“ sind {amount} beanstandet und eingefroren: {reason}. Der Rest ist verdient.',
    button: 'Ansehen und antworten',
  },
  'week.disputeResolved': {
    title: 'Beanstandung erledigt: {title}',
    body: 'Die Beanstandung der Woche vom {week} für „{title}“ ist erledigt: {released} sind verdient, {refunded} gehen zurück. Grund: {reason}',
    button: 'Woche ansehen',
  },
  'week.chargeDeclined': {
    title: 'Woche nicht bezahlt: {title}',
    body: 'Die Woche vom {week} für „{title}“ ({amount} vor Gebühren) konnte nicht abgebucht werden: {reason}. Der Vertrag ruht; es wird täglich neu versucht.',
    button: 'Woche ansehen',
  },
  'week.notPaid': {
    title: 'Zahlung verspätet: {title}',
    body: 'Die Zahlung für Ihre Woche vom {week} von „{title}“ ({amount}) ist gescheitert. Sie wird täglich neu versucht; bis dahin ruht der Vertrag.',
    button: 'Woche ansehen',
  },
  'week.givenBack': {
    title: 'Zurückgegeben: {title}',
    body: 'Für die Woche vom {week} von „{title}“ werden {amount} zurückgegeben: {reason}',
    button: 'Woche ansehen',
  },
  'week.added': {
    title: 'Nachgezahlt: {title}',
    body: 'Für die Woche vom {week} von „{title}“ wurden {amount} nachgezahlt: {reason}',
    button: 'Woche ansehen',
  },
  'week.notAdded': {
    title: 'Nicht bezahlt: {title}',
    body: 'Ihre Nachzahlung für die Woche vom {week} von „{title}“ konnte nicht abgebucht werden: {reason}. Nichts wurde bewegt.',
    button: 'Woche ansehen',
  },
  'diary.screenshotsAsked': {
    title: 'Bildschirmfotos gewünscht: {title}',
    body: '{client} wünscht alle zehn Minuten ein Bild Ihres Bildschirms, solange der Timer für „{title}“ läuft. Ohne Ihr Einverständnis wird keines aufgenommen.',
    button: 'Entscheiden',
  },
  'diary.screenshotsAnswered': {
    title: 'Bildschirmfotos: {title}',
    body: '{freelancer} hat auf Ihren Wunsch nach Bildern in „{title}“ geantwortet: {answer}',
    button: 'Vertrag ansehen',
  },
  'subscription.pastDue': {
    title: 'Der Pro-Tarif konnte nicht abgebucht werden',
    body: 'Die Zahlung wurde abgelehnt: {reason}. Wir versuchen es erneut; bis {date} schließt sich nichts. Wählen Sie am besten ein anderes Zahlungsmittel.',
    button: 'Tarif ansehen',
  },
  'subscription.ended': {
    title: 'Der Pro-Tarif ist beendet',
    body: 'Ihre Firma ist wieder auf Basic. Es wurde nichts gelöscht; was Pro geöffnet hat, ist geschlossen.',
    button: 'Tarif ansehen',
  },
  'connects.granted': {
    title: 'Connects erhalten: {count}',
    body: 'Ihre Connects für diesen Monat sind da: {count}.',
    button: 'Ihre Connects ansehen',
  },
  'connects.bought': {
    title: 'Connects gekauft: {count}',
    body: 'Ihrem Guthaben hinzugefügt: {count} Connects.',
    button: 'Ihre Connects ansehen',
  },
  'connects.notBought': {
    title: 'Zahlung fehlgeschlagen: {count} Connects',
    body: 'Die Zahlung für {count} Connects ist fehlgeschlagen; nichts wurde abgebucht.',
    button: 'Noch einmal versuchen',
  },
  'connects.returned': {
    title: 'Connects zurück: {count}',
    body: 'Für „{title}“ zurückerhalten: {count} Connects. {reason}',
    button: 'Ihre Connects ansehen',
  },
  'connects.expiring': {
    title: 'Connects verfallen bald: {count}',
    body: 'Sie verfallen {date}: {count} Connects.',
    button: 'Ihre Connects ansehen',
  },
  'connects.outbid': {
    title: 'Überboten: {title}',
    body: 'Andere bieten mehr für die oberen Plätze von „{title}“. Ihr Gebot kostet nichts, solange Sie keinen Platz haben.',
    button: 'Ihr Gebot ansehen',
  },
  'milestone.planChanged': {
    title: 'Plan geändert: {title}',
    body: 'Der Auftraggeber hat den Meilenstein „{milestone}“ von „{title}“ geändert. Bezahlt ist er noch nicht.',
    button: 'Meilensteine ansehen',
  },
  'milestone.funded': {
    title: 'Hinterlegt: {milestone}',
    body: '{amount} für „{milestone}“ von „{title}“ liegen auf dem Treuhandkonto. Sie können anfangen.',
    button: 'Meilenstein ansehen',
  },
  'milestone.notFunded': {
    title: 'Nicht hinterlegt: {milestone}',
    body: '„{milestone}“ von „{title}“ konnte nicht abgebucht werden: {reason}. Es wurde nichts bezahlt; versuchen Sie es erneut oder zahlen Sie anders.',
    button: 'Erneut hinterlegen',
  },
  'milestone.submitted': {
    title: 'Abgegeben: {milestone}',
    body: '{freelancer} hat „{milestone}“ von „{title}“ abgegeben. Prüfen Sie es bis {date}; danach wird es von selbst freigegeben.',
    button: 'Arbeit ansehen',
  },
  'milestone.changesRequested': {
    title: 'Änderungen gewünscht: {milestone}',
    body: 'Der Auftraggeber hat „{milestone}“ von „{title}“ zurückgegeben: {reason}',
    button: 'Ansehen, was fehlt',
  },
  'milestone.releaseSoon': {
    title: 'Freigabe am {date}: {milestone}',
    body: '{amount} für „{milestone}“ von „{title}“ werden am {date} von selbst freigegeben, wenn Sie vorher nicht antworten.',
    button: 'Arbeit ansehen',
  },
  'milestone.released': {
    title: 'Freigegeben: {milestone}',
    body: '{amount} für „{milestone}“ von „{title}“ wurden freigegeben. Nach der Sicherheitsfrist können sie ausgezahlt werden.',
    button: 'Meilenstein ansehen',
  },
  'milestone.autoReleased': {
    title: 'Von selbst freigegeben: {milestone}',
    body: 'Niemand hat rechtzeitig geantwortet, daher wurden {amount} für „{milestone}“ von „{title}“ freigegeben.',
    button: 'Meilenstein ansehen',
  },
  'milestone.notReleased': {
    title: 'Nicht freigegeben: {milestone}',
    body: 'Der höhere Betrag für „{milestone}“ von „{title}“ konnte nicht abgebucht werden: {reason}. Es wurde nichts freigegeben.',
    button: 'Erneut freigeben',
  },
  'milestone.settled': {
    title: 'Kann ausgezahlt werden: {milestone}',
    body: 'Was Sie mit „{milestone}“ von „{title}“ verdient haben ({amount}), kann jetzt ausgezahlt werden.',
    button: 'Meilenstein ansehen',
  },
  'milestone.refundRequested': {
    title: 'Zurückverlangt: {milestone}',
    body: 'Der Auftraggeber möchte {amount} von „{milestone}“ von „{title}“ zurück: {reason}. Antworten Sie bis {date}; danach geht es von selbst zurück.',
    button: 'Antworten',
  },
  'milestone.refunded': {
    title: 'Zurückgegeben: {milestone}',
    body: '{amount} von „{milestone}“ von „{title}“ gehen dorthin zurück, woher sie kamen.',
    button: 'Meilenstein ansehen',
  },
  'milestone.refundUnanswered': {
    title: 'Zurückgegangen: {milestone}',
    body: 'Auf die Anfrage kam keine Antwort, daher gehen {amount} von „{milestone}“ von „{title}“ an den Auftraggeber zurück.',
    button: 'Meilenstein ansehen',
  },
  'milestone.refundRefused': {
    title: 'Rückzahlung abgelehnt: {milestone}',
    body: '„{milestone}“ von „{title}“ wird nicht zurückgegeben: {reason}. Das Geld ist eingefroren, bis entschieden ist.',
    button: 'Meilenstein ansehen',
  },
  'milestone.refundFailed': {
    title: 'Konnte nicht zurückgehen: {milestone}',
    body: '{amount} von „{milestone}“ von „{title}“ konnten nicht gutgeschrieben werden. Sie liegen wieder auf dem Treuhandkonto.',
    button: 'Meilenstein ansehen',
  },
  'milestone.frozen': {
    title: 'Eingefroren: {milestone}',
    body: 'Eine Bank stellt die Zahlung für „{milestone}“ von „{title}“ in Frage. Das Geld ist eingefroren, bis die Bank entscheidet.',
    button: 'Meilenstein ansehen',
  },
  'milestone.unfrozen': {
    title: 'Geht weiter: {milestone}',
    body: 'Die Bank hat entschieden, und das Geld für „{milestone}“ von „{title}“ liegt wieder auf dem Treuhandkonto.',
    button: 'Meilenstein ansehen',
  },
  'milestone.resolved': {
    title: 'Entschieden: {milestone}',
    body: 'Der Streit um „{milestone}“ von „{title}“ ist entschieden: {amount} gehen an die beauftragte Person. {reason}',
    button: 'Entscheidung ansehen',
  },
  'payment.toConfirm': {
    title: 'Ihre Bank fragt nach: {description}',
    body: 'Ihre Bank möchte, dass Sie die Zahlung von {amount} für {description} bestätigen. Ohne Antwort bis {date} wird sie aufgegeben.',
    button: 'Zahlung bestätigen',
  },
  'payment.declined': {
    title: 'Nicht bezahlt: {description}',
    body: 'Die Zahlung von {amount} für {description} wurde abgelehnt: {reason}. Es wurde nichts abgebucht.',
    button: 'Zahlung ansehen',
  },
  'bankDispute.opened': {
    title: 'Ihre Bank hat {amount} zurückgeholt',
    body: 'Ihre Bank bestreitet die Zahlung von {amount} für {description}. Was damit bezahlt wurde, ist bis zu ihrer Entscheidung eingefroren.',
    button: 'Bankstreitfälle ansehen',
  },
  'bankDispute.won': {
    title: 'Bankstreitfall über {amount} beendet',
    body: 'Ihre Bank hat entschieden, dass die Zahlung von {amount} für {description} bestehen bleibt. Alles ist wieder, wo es war.',
    button: 'Bankstreitfälle ansehen',
  },
  'bankDispute.lost': {
    title: 'Bankstreitfall über {amount} beendet',
    body: 'Ihre Bank behält die {amount}, die für {description} bezahlt wurden. Was dafür eingefroren war, ging an die Bank zurück.',
    button: 'Bankstreitfälle ansehen',
  },
  'bonus.paid': {
    title: 'Bonus: {amount}',
    body: 'Sie haben einen Bonus von {amount} für „{title}“ bekommen.',
    button: 'Vertrag ansehen',
  },
  'bonus.notPaid': {
    title: 'Bonus nicht bezahlt: {title}',
    body: 'Der Bonus von {amount} für „{title}“ konnte nicht abgebucht werden: {reason}. Es wurde nichts bezahlt.',
    button: 'Erneut versuchen',
  },
  'retainer.proposed': {
    title: 'Pauschale vorgeschlagen: {title}',
    body: 'Der Auftraggeber schlägt vor, für „{title}“ je Zeitraum {amount} zu zahlen.',
    button: 'Ansehen und antworten',
  },
  'retainer.accepted': {
    title: 'Pauschale angenommen: {title}',
    body: 'Die Pauschale von {amount} für „{title}“ ist vereinbart. Jeder Zeitraum wird zu Beginn abgebucht.',
    button: 'Vertrag ansehen',
  },
  'retainer.declined': {
    title: 'Pauschale abgelehnt: {title}',
    body: 'Die Pauschale von {amount} für „{title}“ wurde abgelehnt: {reason}',
    button: 'Vertrag ansehen',
  },
  'retainer.charged': {
    title: 'Im Voraus bezahlt: {title}',
    body: '{amount} für den nächsten Zeitraum von „{title}“ sind für Sie hinterlegt und werden am {date} freigegeben.',
    button: 'Vertrag ansehen',
  },
  'retainer.paused': {
    title: 'Pauschale ruht: {title}',
    body: 'Die Pauschale von {amount} für „{title}“ ruht: {reason}. Es wird kein neuer Zeitraum abgebucht.',
    button: 'Vertrag ansehen',
  },
  'retainer.released': {
    title: 'Freigegeben: {title}',
    body: '{amount} für einen Zeitraum von „{title}“ wurden freigegeben. Nach der Sicherheitsfrist können sie ausgezahlt werden.',
    button: 'Vertrag ansehen',
  },
  'retainer.stopped': {
    title: 'Pauschale beendet: {title}',
    body: 'Die Pauschale von {amount} für „{title}“ endet mit dem bezahlten Zeitraum: {reason}',
    button: 'Vertrag ansehen',
  },
  'refund.requested': {
    title: 'Zurückverlangt: {amount}',
    body: 'Der Auftraggeber von „{title}“ möchte {amount} zurück, die Sie verdient haben: {reason}. Antworten Sie bis {date}; ohne Antwort geht nichts zurück.',
    button: 'Antworten',
  },
  'refund.given': {
    title: 'Zurückgegeben: {amount}',
    body: '{amount} von „{title}“ gehen dorthin zurück, woher sie kamen: {reason}',
    button: 'Vertrag ansehen',
  },
  'refund.refused': {
    title: 'Rückzahlung abgelehnt: {title}',
    body: '{amount} von „{title}“ werden nicht zurückgegeben: {reason}',
    button: 'Vertrag ansehen',
  },
  'refund.expired': {
    title: 'Keine Antwort: {title}',
    body: 'Ihre Anfrage über {amount} von „{title}“ wurde nicht rechtzeitig beantwortet. Es ging nichts zurück.',
    button: 'Vertrag ansehen',
  },
  'report.ready': {
    title: '{report} ist fertig',
    body: 'Ihre Datei von {report} ({format}) ist fertig und kann heruntergeladen werden.',
    button: 'Datei ansehen',
  },
  'report.failed': {
    title: '{report} konnte nicht erstellt werden',
    body: 'Ihre Datei von {report} ({format}) wurde nicht erstellt. {reason}',
    button: 'Dateien ansehen',
  },
  'reportSchedule.failed': {
    title: 'Nicht zugestellt: {name}',
    body: 'Der geplante Bericht „{name}“ ist nicht angekommen. {reason}',
    button: 'Plan ansehen',
  },
  'reportSchedule.stopped': {
    title: 'Angehalten: {name}',
    body: 'Der geplante Bericht „{name}“ kommt nicht mehr. {reason}',
    button: 'Plan ansehen',
  },
  'payoutMethod.added': {
    title: 'Neuer Auszahlungsweg: {method}',
    body: 'Ab {date} können Auszahlungen an {method} gehen. Waren Sie das nicht, entfernen Sie ihn jetzt und ändern Sie Ihr Passwort.',
    button: 'Auszahlungswege ansehen',
  },
  'payoutMethod.usable': {
    title: 'Bereit für Auszahlungen: {method}',
    body: 'Sie können jetzt an {method} ausgezahlt werden.',
    button: 'Geld auszahlen',
  },
  'payoutMethod.blocked': {
    title: 'Auszahlungsweg gesperrt: {method}',
    body: 'An {method} wird nichts ausgezahlt: {reason}',
    button: 'Auszahlungswege ansehen',
  },
  'payoutMethod.removed': {
    title: 'Auszahlungsweg entfernt: {method}',
    body: 'An {method} geht keine neue Auszahlung. Waren Sie das nicht, ändern Sie jetzt Ihr Passwort.',
    button: 'Auszahlungswege ansehen',
  },
  'payout.submitted': {
    title: 'Unterwegs: {amount}',
    body: '{amount} sind unterwegs zu {method} und sollten bis {date} ankommen.',
    button: 'Auszahlung ansehen',
  },
  'payout.paid': {
    title: 'Ausgezahlt: {amount}',
    body: '{amount} sind bei {method} angekommen.',
    button: 'Auszahlung ansehen',
  },
  'payout.failed': {
    title: 'Auszahlung gescheitert: {amount}',
    body: '{amount} konnten nicht an {method} gezahlt werden: {reason} Das Geld ist wieder verfügbar, die Gebühr auch.',
    button: 'Auszahlung ansehen',
  },
  'payout.returned': {
    title: 'Auszahlung kam zurück: {amount}',
    body: '{amount} kamen von {method} zurück: {reason} Das Geld ist wieder verfügbar, die Gebühr auch.',
    button: 'Auszahlung ansehen',
  },
  'payout.notScheduled': {
    title: 'Diesmal keine Auszahlung in {currency}',
    body: 'Ihre geplante Auszahlung in {currency} fand nicht statt: {reason} Das Geld bleibt verfügbar.',
    button: 'Auszahlungen ansehen',
  },
  'taxForm.expiring': {
    title: 'Ihr Steuerformular läuft am {date} ab',
    body: 'Unterschreiben Sie vor dem {date} ein neues; ohne kann nichts ausgezahlt werden.',
    button: 'Formular unterschreiben',
  },
  'taxForm.expired': {
    title: 'Ihr Steuerformular ist abgelaufen',
    body: 'Unterschreiben Sie ein neues; bis dahin kann nichts ausgezahlt werden. Was Sie verdienen, bleibt Ihres.',
    button: 'Formular unterschreiben',
  },
  'moneyHold.placed': {
    title: 'Auszahlungen sind angehalten',
    body: 'Der Marktplatz hat eine oder alle Ihre Auszahlungen angehalten und meldet sich. Das Geld bleibt auf Ihrem Konto.',
    button: 'Auszahlungen ansehen',
  },
  'moneyHold.lifted': {
    title: 'Auszahlungen gehen weiter',
    body: 'Ihr Geld ist nicht länger angehalten.',
    button: 'Auszahlungen ansehen',
  },
};

export const deUnknown = {
  title: 'Neues für Sie',
  body: 'Es ist etwas geschehen, das Sie betrifft. Sehen Sie es sich an.',
  button: 'Ansehen',
};

export const deMail = {
  hello: 'Guten Tag {name}. {lead}',
  after: 'Sie erhalten diese Mail, weil es Sie bei {brand} betrifft.',
};

/** Was andere mit einem Kürzel benennen; jeder andere Grund sind jemandes Worte und bleibt, wie er ist. */
export const deReasons: Readonly<Record<string, string>> = {
  name_mismatch: 'Das Konto lautet auf einen anderen Namen als Ihren.',
  account_restricted: 'Der Anbieter hat das Konto eingeschränkt.',
  account_closed: 'Das Konto ist geschlossen.',
  account_unknown: 'Dieses Konto gibt es nicht.',
  recipient_refused: 'Der Empfänger hat es nicht angenommen.',
  payout_method_missing: 'Dafür ist kein Auszahlungsweg gewählt.',
  payout_method_not_usable: 'Der Auszahlungsweg ist gerade nicht nutzbar.',
  tax_form_missing: 'Zuerst muss ein Steuerformular unterschrieben werden.',
  payouts_on_hold: 'Der Marktplatz hat Auszahlungen angehalten.',
  payout_too_small: 'Es würde nicht einmal die Gebühr decken.',
  payout_currency_not_offered: 'Diese Währung wird auf diesem Weg nicht ausgezahlt.',
  postFilled: 'Der Auftrag ging an jemand anderen.',
  postClosed: 'Die Ausschreibung wurde geschlossen.',
  postExpired: 'Die Ausschreibung ist abgelaufen.',
  postRemoved: 'Der Betreiber hat die Ausschreibung entfernt.',
  unopened: 'Die Bewerbung wurde nicht geöffnet.',
};
