/** A mail ready to send: the brand's name is the sender's name, the address is the installation's. */
export type Mail = {
  to: string;
  fromName: string;
  subject: string;
  text: string;
  html: string;
  attachments?: readonly MailAttachment[];
};

/** A small file, such as a calendar's or a report's. */
export type MailAttachment = { name: string; type: string; content: string | Uint8Array };

/** As the transport takes them. */
export function attachmentsOf({ attachments = [] }: Mail) {
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
