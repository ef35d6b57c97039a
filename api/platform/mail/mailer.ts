/** A mail ready to send: the brand's name is the sender's name, the address is the installation's. */
export type Mail = { to: string; fromName: string; subject: string; text: string; html: string };

/** The mail port. `send` resolves when the mail was handed over, and rejects when it may be tried again. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
  /** For the table that start prints: `smtp.example:587` or the folder. */
  readonly description: string;
}
