import type { OutputOf } from '../../../src-shared/contract';
import type { ActivityEntry } from '../../../src-shared/contract/activity';

export type Person = OutputOf<'activity.people'>['rows'][number];

/** Everybody an entry is about, each once. */
export function peopleOf({ actor, subject, onBehalfOf }: ActivityEntry): Person[] {
  const everybody = [actor, subject.person, onBehalfOf].filter((person) => person !== null);
  return [...new Map(everybody.map((person) => [person.id, person])).values()];
}

/** The name behind an id in the address, as the entries that were found tell it. */
export function personIn(entries: readonly ActivityEntry[], id: string): Person | null {
  return entries.flatMap(peopleOf).find((person) => person.id === id) ?? null;
}

/** Who somebody is, in one line: "Dana Kim, dana@example.org, acts for Anna Berg". */
export function tellPerson({ name, email, actsFor }: Person): string {
  return [name, email, ...(actsFor ? [`acts for ${actsFor.name}`] : [])].filter(Boolean).join(', ');
}
