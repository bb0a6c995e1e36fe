import type { Random } from './random';

export type PhoneForm = keyof typeof forms;

// In the notations people use in each country; where there are numbers kept free for fiction, one of those.
const forms = {
  'united-states': [
    (random: Random) => `(${200 + random.below(800)}) 555-01${random.digits(2)}`,
    (random: Random) => `+1 ${200 + random.below(800)} 555 01${random.digits(2)}`,
    (random: Random) => `${200 + random.below(800)}.555.01${random.digits(2)} ext. ${random.below(900) + 10}`,
  ],
  britain: [
    (random: Random) => `020 7946 0${random.digits(3)}`,
    (random: Random) => `+44 7700 900${random.digits(3)}`,
    (random: Random) => `+44 (0)161 496 0${random.digits(3)}`,
  ],
  germany: [
    (random: Random) => `+49 (${150 + random.below(30)}) ${random.digits(3)}-${random.digits(4)}`,
    (random: Random) => `0${150 + random.below(30)} ${random.digits(7)}`,
    (random: Random) => `0${random.below(70) + 20}/23125${random.digits(3)}`,
  ],
  france: [
    (random: Random) => `+33 ${random.below(6) + 1} 99 ${pairs(random, 3)}`,
    (random: Random) => `0${random.below(6) + 1} 99 ${pairs(random, 3)}`,
  ],
  spain: [
    (random: Random) => `+34 ${600 + random.below(100)} ${random.digits(3)} ${random.digits(3)}`,
    (random: Random) => `${600 + random.below(100)} ${pairs(random, 3)}`,
  ],
  brazil: [(random: Random) => `+55 (${random.below(80) + 11}) 9${random.digits(4)}-${random.digits(4)}`],
  italy: [
    (random: Random) => `+39 3${random.digits(2)} ${random.digits(7)}`,
    (random: Random) => `06 ${random.digits(4)} ${random.digits(4)}`,
  ],
  poland: [(random: Random) => `+48 ${random.digits(3)} ${random.digits(3)} ${random.digits(3)}`],
  sweden: [
    (random: Random) => `+46 8 465 00${random.digits(1)} ${random.digits(2)}`,
    (random: Random) => `070-174 06 ${random.digits(2)}`,
  ],
  netherlands: [(random: Random) => `+31 6 ${random.digits(8)}`, (random: Random) => `06-${random.digits(8)}`],
  turkey: [(random: Random) => `+90 5${random.digits(2)} ${random.digits(3)} ${pairs(random, 2)}`],
  vietnam: [(random: Random) => `09${random.digits(2)} ${random.digits(3)} ${random.digits(3)}`],
  ukraine: [(random: Random) => `+380 ${random.digits(2)} ${random.digits(3)}-${random.digits(2)}-${random.digits(2)}`],
  greece: [(random: Random) => `+30 69${random.digits(2)} ${random.digits(6)}`],
  egypt: [
    (random: Random) => `+20 10 ${random.digits(4)} ${random.digits(4)}`,
    (random: Random) => `${arabicDigits(`010${random.digits(8)}`)}`,
  ],
  china: [(random: Random) => `+86 13${random.digits(1)} ${random.digits(4)} ${random.digits(4)}`],
  japan: [(random: Random) => `090-${random.digits(4)}-${random.digits(4)}`],
  korea: [(random: Random) => `010-${random.digits(4)}-${random.digits(4)}`],
  india: [(random: Random) => `+91 9${random.digits(4)} ${random.digits(5)}`],
} satisfies Record<string, readonly ((random: Random) => string)[]>;

export function phoneOf(form: PhoneForm, random: Random): string {
  const ways = forms[form];
  return ways[random.below(ways.length)]?.(random) ?? '';
}

function pairs(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.digits(2)).join(' ');
}

function arabicDigits(digits: string): string {
  return digits.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
}
