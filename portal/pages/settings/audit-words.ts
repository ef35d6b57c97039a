import type { AuditEntry } from '@portico/api/platform/audit/schema.ts';
import { moveWords } from '../../elements/timeline.ts';
import { t, wordsFor } from '../../strings/strings.ts';

type Event = { thing: string; move: string };

/** An action is a thing and what happened to it: `milestone.autoRelease`. */
function eventOf(action: string): Event {
  const point = action.indexOf('.');
  return { thing: action.slice(0, point), move: action.slice(point + 1) };
}

export const thingWords = (kind: string): string => wordsFor('auditThing', kind) ?? moveWords(kind, kind);

/** What happened, in the words its timeline has for it; vetting's nouns share theirs. */
export function happenedWords(action: string): string {
  const { thing, move } = eventOf(action);
  const noun = thing.startsWith('vetting') ? 'vetting' : thing;
  return (
    wordsFor('auditAction', action) ??
    wordsFor(`move.${noun}`, move) ??
    wordsFor('auditMove', move) ??
    wordsFor('move.any', move) ??
    moveWords(noun, move)
  );
}

/** In one line: `Milestone: Released`. */
export function eventWords(action: string): string {
  const whole = wordsFor('auditAction', action);
  return whole ?? `${thingWords(eventOf(action).thing)}: ${happenedWords(action)}`;
}

/** `accountAdmin,approver@tm_…` */
export const rolesWords = (roles: string): string => roles.split(',').map(roleWords).join(', ');

function roleWords(role: string): string {
  const [name = '', team] = role.split('@');
  const words = wordsFor('role', name) ?? wordsFor('auditActor', name) ?? name;
  return team ? `${words} (${t('audit.inTeam')})` : words;
}

export const actorWords = ({ actor }: Pick<AuditEntry, 'actor'>): string =>
  actor.name ?? wordsFor('auditActor', actor.kind) ?? t('audit.aKey');

/** `Milestone, Order list with filters` */
export const objectWords = ({ object }: Pick<AuditEntry, 'object'>): string =>
  object.name ? `${thingWords(object.kind)} ${object.name}` : thingWords(object.kind);
