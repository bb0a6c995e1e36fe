import type { Name, NameList } from './names/name-list';
import { otherNames } from './names/other-scripts';
import { westernNames } from './names/western';
import { phoneOf } from './phones';
import { Choice, type Random } from './random';

export interface MadeUpPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string;
}

interface Culture extends NameList {
  readonly givenNames: Choice<Name>;
  readonly familyNames: Choice<Name>;
}

const cultures = new Choice<Culture>(
  [...westernNames, ...otherNames].map((list) => [
    { ...list, givenNames: Choice.byZipf(list.given, 5), familyNames: Choice.byZipf(list.family) },
    list.share,
  ]),
);

/** Domains that are nobody's (RFC 2606). */
const domains = new Choice<string>([
  ['example.com', 34],
  ['example.org', 16],
  ['mail.example.com', 12],
  ['example.net', 10],
  ['post.example.org', 7],
  ['home.example.net', 5],
  ['office.example.com', 4],
  ['school.example.edu', 3],
  ['shop.example.com', 2],
  ['clinic.example.org', 1],
  ['library.example.edu', 0.5],
  ['kiosk.example.net', 0.1],
  ['lighthouse.example.org', 0.02],
]);

const withoutPhone = 0.12;
/** Somebody who writes their name as it is pronounced. */
const inLatinLetters = 0.2;

/** Somebody who does not exist. @param index told apart by it: no two people of different numbers share an e-mail */
export function madeUpPerson(index: number, random: Random): MadeUpPerson {
  const culture = cultures.pick(random);
  const given = culture.givenNames.pick(random);
  const family = culture.familyNames.pick(random);
  const { joinFamily } = culture;
  const second = joinFamily && random.isTrue(joinFamily.share) ? culture.familyNames.pick(random) : null;
  const isInLatin = random.isTrue(inLatinLetters);
  const written = ({ name, latin }: Name) => (isInLatin ? capitalized(latin) : name);
  return {
    givenName: written(given),
    familyName: second ? `${written(family)}${joinFamily?.by}${written(second)}` : written(family),
    email: `${localPart(given.latin, family.latin, index, random)}@${domains.pick(random)}`,
    phone: random.isTrue(withoutPhone) ? '' : phoneOf(pickOne(culture.phones, random), random),
  };
}

function localPart(given: string, family: string, index: number, random: Random): string {
  switch (random.below(5)) {
    case 0:
      return `${given[0]}${family}${index}`;
    case 1:
      return `${family}.${given}${index}`;
    case 2:
      return `${given}_${family}${index}`;
    default:
      return `${given}.${family}${index}`;
  }
}

function pickOne<T>(values: readonly T[], random: Random): T {
  const value = values[random.below(values.length)];
  if (value === undefined) throw new Error('There is nothing to choose from.');
  return value;
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
