import type { Command } from './command';

/** Those in which each typed word begins some word of the label or the group. */
export function filterCommands(commands: readonly Command[], typed: string): readonly Command[] {
  const words = wordsOf(typed);
  if (words.length === 0) return commands;
  return commands.filter(({ label, group }) => {
    const offered = wordsOf(`${label} ${group}`);
    return words.every((word) => offered.some((candidate) => candidate.startsWith(word)));
  });
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLocaleLowerCase()
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter(Boolean);
}
