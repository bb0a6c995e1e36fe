/** "Good morning, Anna". */
export function greet(givenName: string | undefined): string {
  return `Good ${timeOfDay(new Date())}, ${givenName ?? ''}`;
}

function timeOfDay(now: Date): string {
  if (now.getHours() < 12) return 'morning';
  return now.getHours() < 18 ? 'afternoon' : 'evening';
}
