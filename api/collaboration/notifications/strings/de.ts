import type { NoticeTexts } from '../notice-texts.ts';

/** `{words}` werden eingesetzt; `{brand}` ist, wessen Nachricht es ist. */
export const de: NoticeTexts = {
  'approval.requested': {
    title: 'Freigabe erbeten: {title}',
    body: '{requester} bittet Sie, „{title}“ freizugeben.',
    button: 'Ansehen und entscheiden',
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
  'jobPost.opened': {
    title: 'Offen: {title}',
    body: '„{title}“ nimmt jetzt Angebote an.',
    button: 'Ausschreibung ansehen',
  },
  'jobPost.expiring': {
    title: 'Läuft ab am {date}: {title}',
    body: '„{title}“ nimmt bis {date} Angebote an. Danach können Sie sie erneut ausschreiben.',
    button: 'Ausschreibung ansehen',
  },
  'jobPost.expired': {
    title: 'Abgelaufen: {title}',
    body: '„{title}“ war die ganze Zeit offen und nimmt keine Angebote mehr an. Sie können sie erneut ausschreiben.',
    button: 'Ausschreibung ansehen',
  },
  'jobPost.removed': {
    title: 'Entfernt: {title}',
    body: 'Der Betreiber hat „{title}“ entfernt: {reason}',
    button: 'Ausschreibung ansehen',
  },
  'jobPost.filled': {
    title: 'Besetzt: {title}',
    body: 'Alle für „{title}“ Gesuchten haben unterschrieben. Angebote werden nicht mehr angenommen.',
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
    body: '{client} lädt Sie zu einem Angebot für „{title}“ ein. Auf eine Einladung kostet es keine Connects.',
    button: 'Einladung ansehen',
  },
  'invitation.accepted': {
    title: '{freelancer} sagt zu: {title}',
    body: '{freelancer} hat Ihre Einladung zu „{title}“ angenommen.',
    button: 'Angebot ansehen',
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
  'proposal.submitted': {
    title: 'Neues Angebot: {title}',
    body: '{freelancer} hat ein Angebot für „{title}“ abgegeben.',
    button: 'Angebote ansehen',
  },
  'proposal.changed': {
    title: 'Angebot geändert: {title}',
    body: '{freelancer} hat die Bedingungen des Angebots für „{title}“ geändert.',
    button: 'Angebot ansehen',
  },
  'proposal.withdrawn': {
    title: 'Angebot zurückgezogen: {title}',
    body: '{freelancer} hat das Angebot für „{title}“ zurückgezogen.',
    button: 'Angebote ansehen',
  },
  'proposal.declined': {
    title: 'Diesmal nicht: {title}',
    body: '{client} hat Ihr Angebot für „{title}“ abgelehnt.',
    button: 'Ihre Angebote ansehen',
  },
  'proposal.closed': {
    title: 'Angebot geschlossen: {title}',
    body: 'Ihr Angebot für „{title}“ wurde geschlossen: {reason}',
    button: 'Ihre Angebote ansehen',
  },
  'proposal.replied': {
    title: '{client} antwortet: {title}',
    body: '{client} befasst sich mit Ihrem Angebot für „{title}“.',
    button: 'Angebot ansehen',
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
  postFilled: 'Der Auftrag ging an jemand anderen.',
  postClosed: 'Die Ausschreibung wurde geschlossen.',
  postExpired: 'Die Ausschreibung ist abgelaufen.',
  postRemoved: 'Der Betreiber hat die Ausschreibung entfernt.',
  unopened: 'Das Angebot wurde nicht geöffnet.',
};
