/**
 * What was paid for, as the payer's statement says it: in English, written once and kept. Pages read it back, to say the
 * same in their reader's language and in the words of the tenant. Pure.
 */
export type PaidFor =
  | { kind: 'milestone' | 'milestoneExtra'; name: string; title: string }
  | { kind: 'week' | 'weekAdjusted'; startsOn: string; title: string }
  | { kind: 'retainer' | 'bonus'; title: string };

export function statementText(paidFor: PaidFor): string {
  switch (paidFor.kind) {
    case 'milestone':
      return `Milestone “${paidFor.name}” of ${paidFor.title}`;
    case 'milestoneExtra':
      return `More for milestone “${paidFor.name}” of ${paidFor.title}`;
    case 'week':
      return `Week of ${paidFor.startsOn}: ${paidFor.title}`;
    case 'weekAdjusted':
      return `Week of ${paidFor.startsOn}, adjusted: ${paidFor.title}`;
    case 'retainer':
      return `Retainer for ${paidFor.title}`;
    case 'bonus':
      return `Bonus for ${paidFor.title}`;
  }
}

const milestone = /^(Milestone|More for milestone) “(.*)” of (.+)$/su;
const week = /^Week of (\d{4}-\d{2}-\d{2})(, adjusted)?: (.+)$/su;
const other = /^(Retainer|Bonus) for (.+)$/su;

/**
 * @param title of the contract, where it is known: names may hold any words, those between them too
 * @returns undefined for what is said in other words: a refund’s reason, the number of an invoice
 */
export function paidForOf(text: string, title?: string): PaidFor | undefined {
  if (!title || !text.endsWith(title)) return read(text);
  const paidFor = read(`${text.slice(0, -title.length)}…`);
  return paidFor && { ...paidFor, title };
}

function read(text: string): PaidFor | undefined {
  const ofMilestone = milestone.exec(text);
  if (ofMilestone) {
    const [, begin, name = '', title = ''] = ofMilestone;
    return { kind: begin === 'Milestone' ? 'milestone' : 'milestoneExtra', name, title };
  }
  const ofWeek = week.exec(text);
  if (ofWeek) {
    const [, startsOn = '', adjusted, title = ''] = ofWeek;
    return { kind: adjusted ? 'weekAdjusted' : 'week', startsOn, title };
  }
  const [, what, title = ''] = other.exec(text) ?? [];
  return what ? { kind: what === 'Bonus' ? 'bonus' : 'retainer', title } : undefined;
}
