// `npm test`: installs missing dependencies and runs all checks.
// `npm run check`: runs all checks but the end-to-end tests.
// `npm run e2e -- [arguments of Playwright]`: builds the app and runs the end-to-end tests, in Chromium unless the arguments
// contain `--project=firefox`.
// `npm run docs:pictures -- [arguments of Playwright]`: builds the app and takes all pictures (docs/pictures.md).
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { ensureBrowser } from './prepare/browser.mjs'
import { findFirefox } from './prepare/firefox.mjs'
import { build, ensureInstalled, stop } from './prepare/project.mjs'

const resultsFolder = mkdtempSync(join(tmpdir(), 'portdeck-'))

function bin(path, ...args) {
  return { args: [`node_modules/${path}`, ...args] }
}

/** The checks that use one core each, longest first. Each counts as one, while the runners of tests count tests. */
const staticChecks = [
  { name: 'lint', ...bin('eslint/bin/eslint.js', '--max-warnings=0', '.') },
  { name: 'format', ...bin('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.') },
  { name: 'types', ...bin('typescript/bin/tsc', '--noEmit') },
  { name: 'build', ...bin('vite/bin/vite.js', 'build', '--logLevel=warn') },
  { name: 'unused code', ...bin('knip/bin/knip.js', '--no-progress') },
]

const unitTests = {
  name: 'unit, property and contract tests',
  ...bin(
    'vitest/vitest.mjs',
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${join(resultsFolder, 'unit.json')}`,
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
}

/** The unit tests, which take all cores, begin once one is idle: the longest of the others is still running then. */
const checks = [...staticChecks, unitTests]

/**
 * Returns the step of the end-to-end tests in a browser, which run against the existing build.
 * @param project `chromium` or `firefox`, of playwright.config.ts
 * @param env where that browser is
 * @param args further arguments of Playwright
 */
function endToEnd(name, project, env, args) {
  const results = `${project}.json`
  return {
    name,
    ...bin('@playwright/test/cli.js', 'test', '--reporter=line,json', `--project=${project}`, ...args),
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: join(resultsFolder, results) },
    counts: () => {
      const { stats, errors, suites } = readResults(results)
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

/** What people do, from signing in to undoing: the tests that `npm test` runs in Firefox too. */
const firefoxSpecs = [
  'e2e/access/keyboard.spec.ts',
  'e2e/access/languages.spec.ts',
  'e2e/changes/add-port.spec.ts',
  'e2e/changes/delete-port.spec.ts',
  'e2e/changes/plans.spec.ts',
  'e2e/changes/switches.spec.ts',
  'e2e/changes/undo.spec.ts',
  'e2e/grid/drafts.spec.ts',
  'e2e/grid/inline-edit.spec.ts',
  'e2e/grid/ports-grid.spec.ts',
  'e2e/links/choose.spec.ts',
  'e2e/links/scope-bar.spec.ts',
  'e2e/session/sign-in.spec.ts',
]

async function inChromium(...args) {
  return endToEnd('end-to-end tests', 'chromium', { CHROMIUM_PATH: await ensureBrowser() }, args)
}

/** Returns a step that only says why it runs nothing if there is no Firefox. */
async function inFirefox(...args) {
  const name = 'end-to-end tests in Firefox'
  const gone = firefoxSpecs.filter((path) => !existsSync(path))
  if (gone.length > 0) stop(`scripts/test.mjs names tests that don't exist: ${gone.join(', ')}.`)
  const { env, missing } = await findFirefox()
  return env ? endToEnd(name, 'firefox', env, args) : { name, missing }
}

/**
 * Runs groups of steps one after the other, even after a failure, and the steps of a group side by side. Then prints what
 * failed, so that the end of a log says it, and the sum `N passed, N failed`, and exits accordingly.
 */
async function runChecks(...groups) {
  const total = { passed: 0, failed: 0, failures: [] }
  const report = (step, status) => {
    const counted = countsOf(step, status === 0)
    total.passed += counted.passed
    total.failed += counted.failed
    if (counted.failed > 0) total.failures.push(...(counted.failures ?? [step.name]))
    const flaky = counted.flaky ? `, ${counted.flaky} of them only on retry` : ''
    console.log(`${step.name}: ${counted.failed === 0 ? 'passed' : 'FAILED'}${flaky}`)
  }
  for (const steps of groups) await runSideBySide(steps, report)
  for (const failure of total.failures) console.log(`\nFAILED ${failure.slice(0, 1500)}`)
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  process.exit(total.failed === 0 ? 0 : 1)
}

/** Runs as many steps at a time as there are cores. A lone one shows its output as it comes, others once they have ended. */
async function runSideBySide(steps, report) {
  const waiting = [...steps]
  const isAlone = steps.length === 1
  const work = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      if (step.missing) {
        console.log(`\n── ${step.name}: not run, ${step.missing}`)
        continue
      }
      if (isAlone) console.log(`\n── ${step.name}`)
      const { status, output } = await run(step, isAlone ? 'inherit' : 'pipe')
      if (!isAlone) console.log(`\n── ${step.name}\n${output.trimEnd()}`.trimEnd())
      report(step, status)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
}

/** Resolves with the status of a step, null if a signal ended it, and with its output if that is piped. */
function run({ args, env }, output) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      stdio: ['inherit', output, output],
      env: { ...process.env, ...env },
    })
    let text = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (chunk) => (text += chunk))
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, output: text }))
  })
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
  return JSON.parse(readFileSync(join(resultsFolder, file), 'utf8'))
}

const [command, ...args] = process.argv.slice(2)
ensureInstalled()
if (command === 'e2e') {
  const others = args.filter((arg) => arg !== '--project=firefox')
  const step = args.length === others.length ? await inChromium(...args) : await inFirefox(...others)
  if (step.missing) stop(`The end-to-end tests can't run in Firefox: ${step.missing}.`)
  await build()
  await runChecks([step])
} else if (command === 'docs:pictures') {
  const step = await inChromium('--update-snapshots=changed', ...(args.length > 0 ? args : ['e2e/pictures']))
  await build()
  await runChecks([{ ...step, name: 'pictures', env: { ...step.env, PICTURES: '1' } }])
} else if (command === 'check') await runChecks(checks)
else await runChecks(checks, [await inChromium()], [await inFirefox(...firefoxSpecs)])
