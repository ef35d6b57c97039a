import type { Part } from '../text-keys.ts';

export const problems: Part<'problem' | 'fieldProblem'> = {
  'problem.unexpected':
    'Auf dieser Seite ging etwas schief. Nichts wurde geändert. Laden Sie sie neu und versuchen Sie es erneut.',
  'problem.network':
    'Der Server hat nicht geantwortet. Nichts wurde geändert. Prüfen Sie die Verbindung und versuchen Sie es erneut.',
  'problem.offline': 'Sie sind offline. Nichts wurde geändert. Versuchen Sie es, sobald die Verbindung zurück ist.',
  'problem.rateLimited': 'Zu viele Versuche in kurzer Zeit. Warten Sie {seconds} Sekunden und versuchen Sie es erneut.',
  'problem.changed_meanwhile': 'Dies wurde inzwischen anderswo geändert. Ihre Änderung ist nicht gespeichert.',
  'problem.internal_error':
    'Der Server hat versagt. Nichts wurde geändert. Versuchen Sie es erneut; bleibt es dabei, melden Sie die Anfragenummer.',
  'problem.invalid_email_or_password':
    'E-Mail und Passwort passen nicht zusammen. Prüfen Sie beides oder setzen Sie das Passwort zurück.',
  'problem.email_not_verified':
    'Diese E-Mail-Adresse ist noch nicht bestätigt. Wir haben einen neuen Link gesendet: öffnen Sie ihn, um fortzufahren.',
  'problem.invalid_code': 'Dieser Code stimmt nicht oder ist abgelaufen. Geben Sie den ein, der jetzt angezeigt wird.',
  'problem.invalid_two_factor_cookie': 'Die Anmeldung hat zu lange gedauert. Geben Sie Ihr Passwort erneut ein.',
  'problem.invalid_password': 'Dieses Passwort stimmt nicht.',
  'problem.user_already_exists': 'Zu dieser E-Mail-Adresse gibt es schon ein Konto. Melden Sie sich an.',
  'problem.password_too_short': 'Das Passwort ist zu kurz. Nehmen Sie mindestens 10 Zeichen.',
  'problem.password_compromised': 'Dieses Passwort ist aus einem Datenleck bekannt. Wählen Sie ein anderes.',
  'problem.redirect_not_allowed':
    'Die Adresse dieser Seite steht nicht auf der Liste der Firma. Ein Account-Admin kann sie unter Einbetten eintragen.',
  'problem.invalid_token': 'Dieser Link ist abgelaufen oder wurde schon benutzt. Fordern Sie einen neuen an.',
  'problem.token_expired': 'Dieser Link ist abgelaufen. Fordern Sie einen neuen an.',
  'problem.elevation_required': 'Sie haben nicht bestätigt, dass Sie es sind. Nichts wurde geändert.',
  'problem.reauthentication_required': 'Sie haben nicht bestätigt, dass Sie es sind. Nichts wurde geändert.',
  'problem.somebody_else': 'Hier ist jetzt jemand anderes angemeldet. Nichts wurde geändert. Laden Sie die Seite neu.',
  'problem.session_not_fresh':
    'Dafür müssen Sie sich kürzlich angemeldet haben. Melden Sie sich erneut an und wiederholen Sie es.',
  'problem.connects_balance_too_low':
    'Dafür haben Sie zu wenige Connects. Nichts wurde gesendet oder abgebucht; Ihr Text bleibt. Holen Sie weitere und senden Sie dann.',
  'problem.already_proposed':
    'Sie haben sich hier schon beworben. Nichts wurde gesendet. Öffnen Sie Ihre Bewerbung, um die Bedingungen zu ändern.',
  'problem.member_of_client': 'Sie arbeiten in diesem Unternehmen und können sich hier nicht bewerben.',
  'problem.profile_private':
    'Ihr Profil ist privat, der Kunde könnte es nicht ansehen. Machen Sie es zuerst sichtbar; Ihr Text bleibt.',
  'problem.job_post_paused':
    'Dieser Auftrag ist angehalten und nimmt gerade keine Bewerbungen an. Schauen Sie später wieder.',
  'problem.job_post_filled': 'Dieser Auftrag ist vergeben und nimmt keine Bewerbungen mehr an.',
  'problem.job_post_closed': 'Dieser Auftrag ist geschlossen und nimmt keine Bewerbungen mehr an.',
  'problem.job_post_expired': 'Dieser Auftrag ist abgelaufen und nimmt keine Bewerbungen mehr an.',
  'problem.job_post_removed': 'Dieser Auftrag wurde entfernt und nimmt keine Bewerbungen mehr an.',
  'problem.card_declined':
    'Die Karte wurde abgelehnt. Nichts wurde bezahlt, keine Connects sind gekommen. Versuchen Sie eine andere Karte.',
  'problem.offer_outdated':
    'Das sind nicht mehr die Bedingungen des Angebots. Nichts wurde unterschrieben oder gesendet. Laden Sie neu und lesen Sie die neueste Fassung.',
  'problem.offer_expired':
    'Die Zeit für dieses Angebot ist vorbei. Nichts wurde unterschrieben. Bitten Sie den Kunden um ein neues.',
  'problem.own_offer':
    'Sie haben dieses Angebot für den Kunden gemacht und können nicht für die andere Seite unterschreiben.',
  'problem.nothing_changed':
    'Das sind die angebotenen Bedingungen. Nichts wurde gesendet. Ändern Sie etwas oder unterschreiben Sie.',
  'problem.offer_incomplete':
    'Einige Bedingungen fehlen oder passen nicht. Nichts wurde gesendet; sehen Sie die markierten Felder.',
  'fieldProblem.too_small': 'Das ist zu kurz.',
  'fieldProblem.too_big': 'Das ist zu lang.',
  'fieldProblem.invalid_format': 'Das hat nicht die erwartete Form.',
  'fieldProblem.bid_too_low': 'Das liegt unter dem, was verlangt werden kann.',
  'fieldProblem.bid_too_high': 'Das liegt über dem, was verlangt werden kann.',
  'fieldProblem.milestones_do_not_sum': 'Die Meilensteine ergeben nicht die Summe.',
  'fieldProblem.milestone_due_past': 'Dieser Tag ist vorbei.',
  'fieldProblem.milestone_below_minimum': 'So wenig kann ein Meilenstein nicht zahlen.',
  'fieldProblem.due_before_start': 'Das liegt vor dem Beginn.',
  'fieldProblem.due_after_end': 'Das liegt nach dem Ende.',
  'fieldProblem.starts_in_past': 'Der Beginn ist vorbei.',
  'fieldProblem.ends_before_start': 'Das Ende liegt vor dem Beginn.',
  'fieldProblem.contact_details_in_text': 'Kontaktdaten sind vor einem Vertrag nicht erlaubt. Nehmen Sie sie heraus.',
  'fieldProblem.cover_letter_missing': 'Schreiben Sie ein paar Sätze.',
  'fieldProblem.answer_missing': 'Der Kunde braucht darauf eine Antwort.',
  'fieldProblem.answer_to_no_question': 'Der Auftrag fragt das nicht mehr. Laden Sie die Seite neu; Ihr Text bleibt.',
  'fieldProblem.attachment_unknown': 'Eine Datei ist nicht mehr da. Entfernen Sie sie und hängen Sie sie neu an.',
  'fieldProblem.card_unknown': 'Diese Karte ist nicht bekannt. Wählen Sie eine andere.',
  'fieldProblem.name_differs': 'Schreiben Sie Ihren Namen wie in Ihrem Profil.',
  'fieldProblem.pool_name_taken': 'Ein Pool in Gebrauch heißt schon so.',
  'fieldProblem.unknown_company': 'Kein Unternehmen hat hier diese Adresse.',
  'problem.consent_required':
    'Ohne Zustimmung kommt niemand in einen Pool oder wird anderen gezeigt; nichts wurde geändert. Laden Sie stattdessen ein oder fragen Sie.',
  'problem.share_open': 'Zu diesem Unternehmen wurde schon gefragt; nichts wurde geändert.',
  'problem.too_many_tags': 'Mehr Stichworte gehen nicht; keines kam dazu. Nehmen Sie zuerst eines weg.',
  'problem.not_a_week': 'Eine Woche beginnt an einem Montag, von dieser an; nichts wurde gesichert.',
  'problem.proposals_of_different_posts':
    'Diese Bewerbungen gehören zu verschiedenen Ausschreibungen und werden deshalb nicht verglichen. Wählen Sie die zu einer.',
  'problem.talent_pool_archived':
    'Dieser Pool ist abgelegt; nichts wurde geändert. Nehmen Sie ihn zuerst wieder in Gebrauch.',
};
