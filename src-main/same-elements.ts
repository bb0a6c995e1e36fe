/** Whether the same is in both, in whatever order. */
export function haveSame(some: readonly string[], others: readonly string[]): boolean {
  return new Set(some).symmetricDifference(new Set(others)).size === 0;
}
