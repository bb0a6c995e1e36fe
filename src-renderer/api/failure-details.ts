import { CallFailure } from './failures';

/** What support needs to know; nothing of what the person has typed. */
export function failureDetails(failure: unknown): string {
  const what = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
  return [
    `Screen: ${window.location.pathname}`,
    ...(failure instanceof CallFailure ? [`Call: ${failure.procedure} answered ${failure.error.code}`] : []),
    `Time: ${new Date().toISOString()}`,
    `Window: ${navigator.userAgent}`,
    '',
    what,
  ].join('\n');
}
