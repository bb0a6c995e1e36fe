interface Check {
  readonly title: string;
  readonly command: readonly string[];
}
export const checks: Readonly<
  Record<'tests' | 'lint' | 'types' | 'rendererTypes' | 'endToEndTypes' | 'deadCode', Check>
>;
