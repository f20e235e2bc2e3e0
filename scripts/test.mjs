// `npm test`: installs missing dependencies and runs all checks.
// `npm run check`: runs all checks but the end-to-end tests.
// `npm run e2e -- [arguments of Playwright]`: builds the app and runs the end-to-end tests.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { ensureBrowser } from './prepare/browser.mjs'
import { build, ensureInstalled } from './prepare/project.mjs'

const results = mkdtempSync(join(tmpdir(), 'portdeck-'))

function bin(path, ...args) {
  return { args: [`node_modules/${path}`, ...args] }
}

/** Every check but the end-to-end tests, cheapest first. A step counts as one check unless its runner counts tests. */
const staticChecks = [
  { name: 'format', ...bin('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.') },
  { name: 'types', ...bin('typescript/bin/tsc', '--noEmit') },
  { name: 'lint', ...bin('eslint/bin/eslint.js', '--max-warnings=0', '.') },
  { name: 'unused code', ...bin('knip/bin/knip.js', '--no-progress') },
  { name: 'build', ...bin('vite/bin/vite.js', 'build', '--logLevel=warn') },
  {
    name: 'unit, property and contract tests',
    ...bin(
      'vitest/vitest.mjs',
      'run',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${join(results, 'unit.json')}`,
    ),
    counts: () => {
      const report = readResults('unit.json')
      // A file that cannot be loaded has no tests but counts as a failure.
      const broken = report.testResults.filter(
        (file) => file.status === 'failed' && file.assertionResults.length === 0,
      )
      const failures = [
        ...broken.map(({ name, message }) => `${relative('.', name)}\n${message}`),
        ...report.testResults.flatMap(({ name, assertionResults }) =>
          assertionResults
            .filter(({ status }) => status === 'failed')
            .map((test) => `${relative('.', name)} › ${test.fullName}\n${test.failureMessages.join('\n')}`),
        ),
      ]
      return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length, failures }
    },
  },
]

/**
 * Returns the step of the end-to-end tests, which run against the existing build.
 * @param browser path of a Chromium
 */
function endToEnd(browser, ...args) {
  return {
    name: 'end-to-end tests',
    ...bin('@playwright/test/cli.js', 'test', '--reporter=line,json', ...args),
    env: { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: join(results, 'e2e.json') },
    counts: () => {
      const { stats, errors, suites } = readResults('e2e.json')
      const failed = stats.unexpected + errors.length
      const failures = [...errors.map(({ message }) => message), ...failedSpecs(suites)]
      return { passed: stats.expected + stats.flaky, failed, flaky: stats.flaky, failures }
    },
  }
}

/** Returns the name and the first error of each test in a part of Playwright's report that failed. */
function failedSpecs(suites) {
  return suites.flatMap(({ suites: inner = [], specs }) => [
    ...specs
      .filter(({ ok }) => !ok)
      .map(({ file, line, title, tests }) => {
        const error = tests.flatMap(({ results }) => results).find(({ error }) => error !== undefined)?.error
        return `e2e/${file}:${line} › ${title}\n${error?.message ?? ''}`
      }),
    ...failedSpecs(inner),
  ])
}

/**
 * Runs all steps in order, even after a failure. Then prints what failed, so that the end of a log says it, and the sum
 * `N passed, N failed`, and exits accordingly.
 */
function runChecks(steps) {
  const total = { passed: 0, failed: 0, failures: [] }
  for (const step of steps) {
    console.log(`\n── ${step.name}`)
    const { status } = spawnSync(process.execPath, step.args, {
      stdio: 'inherit',
      env: { ...process.env, ...step.env },
    })
    const counted = countsOf(step, status === 0)
    total.passed += counted.passed
    total.failed += counted.failed
    if (counted.failed > 0) total.failures.push(...(counted.failures ?? [step.name]))
    const flaky = counted.flaky ? `, ${counted.flaky} of them only on retry` : ''
    console.log(`${step.name}: ${counted.failed === 0 ? 'passed' : 'FAILED'}${flaky}`)
  }
  for (const failure of total.failures) console.log(`\nFAILED ${failure.slice(0, 1500)}`)
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  process.exit(total.failed === 0 ? 0 : 1)
}

function countsOf(step, succeeded) {
  let counted = { passed: succeeded ? 1 : 0, failed: 0 }
  if (step.counts !== undefined) {
    try {
      counted = step.counts()
    } catch {
      counted = { passed: 0, failed: 1 }
    }
    // A runner without any test has failed.
    if (counted.passed + counted.failed === 0) return { passed: 0, failed: 1 }
  }
  // A runner that fails without a failed test (a crash, an invalid configuration) counts as one failure.
  return succeeded || counted.failed > 0 ? counted : { ...counted, failed: 1 }
}

function readResults(file) {
  return JSON.parse(readFileSync(join(results, file), 'utf8'))
}

const [command, ...args] = process.argv.slice(2)
ensureInstalled()
if (command === 'e2e') {
  const browser = await ensureBrowser()
  await build()
  runChecks([endToEnd(browser, ...args)])
} else if (command === 'check') runChecks(staticChecks)
else runChecks([...staticChecks, endToEnd(await ensureBrowser())])
