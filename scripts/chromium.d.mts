export interface FoundChromium {
  readonly path: string;
  readonly origin: string;
}
export const noChromium: string;
export function findChromium(): FoundChromium | null;
export function findOrInstallChromium(): FoundChromium | null;
