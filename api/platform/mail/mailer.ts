/** A mail ready to send: the brand's name is the sender's name, the address is the installation's. */
export type Mail = {
  to: string;
  fromName: string;
  /** Where answers go, instead of the sending address. */
  replyTo?: string;
  subject: string;
  text: string;
  html: string;
  attachments?: readonly MailAttachment[];
};

/** A small file, such as a calendar's or a report's. */
export type MailAttachment = { name: string; type: string; content: string | Uint8Array };

/** Headers of our own: the mail library's would say its name. */
export function sentAs(mail: Mail, from: string) {
  const { to, fromName, replyTo, subject, text, html } = mail;
  return {
    from: { name: fromName, address: from },
    to: { name: '', address: to },
    ...(replyTo !== undefined && { replyTo }),
    xMailer: false as const,
    subject,
    text,
    html,
    attachments: attachmentsOf(mail),
  };
}

/** As the transport takes them. */
function attachmentsOf({ attachments = [] }: Mail) {
  return attachments.map(({ name, type, content }) => ({
    filename: name,
    contentType: type,
    content: typeof content === 'string' ? content : Buffer.from(content),
  }));
}

/** The mail port. `send` resolves when the mail was handed over, and rejects when it may be tried again. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
  /** For the table that start prints: `smtp.example:587` or the folder. */
  readonly description: string;
}
