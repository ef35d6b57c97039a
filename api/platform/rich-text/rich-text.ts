/**
 * Formatted text as it is shown: a closed tree that one component renders, so that no markup ever travels. Pure.
 * Long texts are kept as Markdown and presented as this.
 */
export type RichText = RichBlock[];

export type RichBlock =
  | { kind: 'paragraph'; content: RichInline[] }
  | { kind: 'heading'; level: 1 | 2 | 3; content: RichInline[] }
  | { kind: 'list'; isOrdered: boolean; items: RichBlock[][] }
  | { kind: 'quote'; content: RichBlock[] }
  | { kind: 'code'; text: string };

export type RichInline =
  | { kind: 'text'; text: string }
  | { kind: 'strong'; content: RichInline[] }
  | { kind: 'emphasis'; content: RichInline[] }
  | { kind: 'code'; text: string }
  /** `href` begins with https:, http: or mailto:. */
  | { kind: 'link'; href: string; content: RichInline[] }
  | { kind: 'lineBreak' };
