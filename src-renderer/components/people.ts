import { once } from './once';

interface Named {
  readonly givenName: string;
  readonly familyName: string;
}

export function fullName({ givenName, familyName }: Named): string {
  return [givenName, familyName].filter(Boolean).join(' ');
}

const graphemes = once(() => new Intl.Segmenter(undefined, { granularity: 'grapheme' }));

export function initials({ givenName, familyName }: Named): string {
  return [givenName, familyName].map(firstCharacter).join('').toLocaleUpperCase();
}

function firstCharacter(name: string): string {
  const [first] = graphemes().segment(name);
  return first?.segment ?? '';
}
