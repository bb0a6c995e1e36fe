import type { ProfileColor } from '../../src-shared/contract/profiles';

// Each stands out by at least 3:1 from the surfaces of the light and of the dark theme (WCAG 1.4.11).
const shades: Readonly<Record<ProfileColor, string>> = {
  blue: '#3b7fc4',
  green: '#2f8f4e',
  orange: '#bf6f0f',
  purple: '#8a63d2',
  red: '#d0463c',
  teal: '#14868c',
  pink: '#c94f8f',
  grey: '#75808d',
};

/** The shade of a colour of the contract; of one that only a later version knows, grey. */
export function profileShade(color: string): string {
  return Object.hasOwn(shades, color) ? shades[color as ProfileColor] : shades.grey;
}
