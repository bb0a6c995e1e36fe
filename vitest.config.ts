import { defineConfig } from 'vitest/config';

/** One room under tests/, one project, so that `--project unit` runs what its folder says. */
function room(name: string, timeoutMs: number) {
  return {
    extends: true as const,
    test: { name, include: [`tests/${name}/**/*.test.ts`], testTimeout: timeoutMs, hookTimeout: timeoutMs },
  };
}

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    // Two cores: more forks than that only make each other's time-outs expire, which are there for tests that hang.
    maxWorkers: 2,
    projects: [
      room('unit', 30_000),
      room('integration', 60_000),
      room('migrations', 60_000),
      room('contract', 60_000),
      room('desktop', 60_000),
      room('checks', 60_000),
    ],
  },
});
