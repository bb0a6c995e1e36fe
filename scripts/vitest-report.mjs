// Runs Vitest and adds up what came of it.
import { startVitest } from 'vitest/node';

/** @returns {Promise<{ passed: number, failures: string[], skips: { name: string, reason: string }[] }>} */
export async function runVitest() {
  const vitest = await startVitest('test', [], { watch: false, reporters: ['default'] });
  const modules = vitest.state.getTestModules();
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const report = {
    passed: tests.filter((test) => test.result().state === 'passed').length,
    failures: [
      ...tests.filter((test) => test.result().state === 'failed').map(nameOf),
      ...modules.filter(failedOutsideItsTests).map((module) => module.moduleId),
      ...vitest.state.getUnhandledErrors().map((error) => `outside every test: ${String(error?.message ?? error)}`),
    ],
    skips: tests
      .filter((test) => test.result().state === 'skipped')
      .map((test) => ({ name: nameOf(test), reason: test.result().note ?? '' })),
  };
  await vitest.close();
  if (process.exitCode && report.failures.length === 0) report.failures.push('Vitest failed, and not in a test');
  return report;
}

function nameOf(test) {
  return `${test.project.name} › ${test.fullName}`;
}

/** A file that could not be loaded, or whose hooks failed, has failed though none of its tests did. */
function failedOutsideItsTests(module) {
  if (module.errors().length > 0) return true;
  return [...module.children.allSuites()].some((suite) => suite.errors().length > 0);
}
