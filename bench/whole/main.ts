import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { launchBrowser } from '../page/stage'
import { documented } from '../report/document'
import { plot } from '../report/plot'
import { type Measurement, parseResults } from '../report/results'
import { asText, tableOf } from '../report/table'
import { conditions } from './conditions'
import { recordStart } from './filmstrip'
import { measureReads } from './gateway'
import { measureGrid } from './grid'
import { measureInput } from './input'
import { measureStarts } from './start'

/** What is measured, in this order, and how often: with `--quick` only to try it. */
const sections = {
  grid: { measure: measureGrid, rounds: 7, quickRounds: 2 },
  input: { measure: measureInput, rounds: 2, quickRounds: 1 },
  start: { measure: measureStarts, rounds: 7, quickRounds: 2 },
  gateway: { measure: measureReads, rounds: 6, quickRounds: 2 },
}
type Section = keyof typeof sections

const isSection = (name: string): name is Section => name in sections

const files = {
  results: 'bench/results.json',
  /** Of a run that isn't whole. */
  trial: 'test-results/bench.json',
  document: 'docs/performance.md',
  plot: 'docs/images/performance.svg',
  filmstrip: 'docs/images/start.webp',
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    /** Another file for the results. */
    out: { type: 'string', default: '' },
  },
})

const unknown = positionals.find((name) => !isSection(name) && !['document', 'filmstrip'].includes(name))
if (unknown !== undefined)
  throw new Error(`There is no section ${unknown}: ${Object.keys(sections).join(', ')}, filmstrip, document`)

/** Whether everything is measured as often as it takes. Only then do results and documents change. */
const isWhole = positionals.length === 0 && !options.quick
const chosen =
  positionals.length === 0 ? Object.keys(sections).filter(isSection) : positionals.filter(isSection)

if (chosen.length > 0 || positionals.includes('filmstrip')) {
  const browser = await launchBrowser()
  try {
    const measurements: Measurement[] = []
    for (const name of chosen) {
      console.log(`Measuring ${name}…`)
      const { measure, rounds, quickRounds } = sections[name]
      measurements.push(...(await measure(browser, options.quick ? quickRounds : rounds)))
    }
    if (measurements.length > 0) report(measurements, browser.version())
    if (isWhole || positionals.includes('filmstrip')) await recordStart(browser, files.filmstrip)
  } finally {
    await browser.close()
  }
}
if (isWhole || positionals.includes('document')) await writeDocument()

/** Writes the results to their file, and prints them. */
function report(measurements: readonly Measurement[], chromium: string) {
  const path = options.out || (isWhole ? files.results : files.trial)
  const results = { ...conditions(chromium), isQuick: options.quick, measurements }
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${JSON.stringify(results, null, 2)}\n`)
  for (const kind of ['page', 'server'] as const) console.log(asText(tableOf(measurements, kind)))
  console.log(`Written to ${path}`)
}

/** Writes the figures and the plot of the committed results into the documents. */
async function writeDocument() {
  if (!existsSync(files.results)) throw new Error(`${files.results} is missing. Run npm run bench first.`)
  const results = parseResults(readFileSync(files.results, 'utf8'), files.results)
  writeFileSync(files.document, await documented(readFileSync(files.document, 'utf8'), results))
  writeFileSync(files.plot, plot(results))
}
