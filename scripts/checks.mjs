/** What `npm run check` runs, each a Node.js program with its arguments; the longest first, so that the short fit beside it. */
export const checks = {
  tests: {
    title: 'unit tests, and the tests of these checks',
    command: ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', '--project', 'checks'],
  },
  lint: {
    title: 'format, lint and walls',
    command: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.'],
  },
  types: { title: 'types: main side, shared, tests', command: ['node_modules/typescript/bin/tsc', '-p', '.'] },
  rendererTypes: { title: 'types: renderer', command: ['node_modules/typescript/bin/tsc', '-p', 'src-renderer'] },
  endToEndTypes: { title: 'types: end-to-end tests', command: ['node_modules/typescript/bin/tsc', '-p', 'tests/e2e'] },
  deadCode: { title: 'dead code and unused packages', command: ['node_modules/knip/bin/knip.js'] },
};
