import { parseArgs } from 'node:util'
import { matchSheet } from '../../src/domain/sheet/matching/match-sheet'
import { parseSheet, type ReadSheet } from '../../src/domain/sheet/reading/parse-sheet'
import {
  type PresentComponent,
  rowOf,
  type Sheet,
  type SheetFormat,
  sheetFormats,
} from '../../src/domain/sheet/sheet'
import { formatSheet } from '../../src/domain/sheet/writing/format-sheet'
import { aPort, both } from '../../src/domain/testing/component'
import { growthLine, heading, measure } from '../growth'

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } })
const rounds = Number(options.rounds)
const sizes = [500, 5000, 50_000]
const portsEach = 10

function componentsOf(ports: number): PresentComponent[] {
  return Array.from({ length: ports / portsEach }, (_, at) => ({
    app: `app-${String(at % 50)}`,
    component: `component-${String(at)}`,
    componentId: String(at).padStart(32, '0'),
    ports: Array.from({ length: portsEach }, (_port, index) =>
      aPort(8000 + index, { ...both, k8s_service_name: `web-${String(at)}` }),
    ),
  }))
}

function exported(present: readonly PresentComponent[]): Sheet {
  return {
    missing: 'leave',
    rows: present.flatMap((component) => (component.ports ?? []).map((port) => rowOf(component, port))),
  }
}

function read(text: string): ReadSheet {
  const parsed = parseSheet(text)
  if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors))
  return parsed.sheet
}

const measurements: Record<string, (ports: number, format: SheetFormat) => number> = {
  write: (ports, format) =>
    measure(
      rounds,
      () => exported(componentsOf(ports)),
      (sheet) => formatSheet(sheet, format),
    ),
  read: (ports, format) => measure(rounds, () => formatSheet(exported(componentsOf(ports)), format), read),
  compare: (ports, format) =>
    measure(
      rounds,
      () => ({
        present: componentsOf(ports),
        sheet: read(formatSheet(exported(componentsOf(ports)), format).replaceAll('yes', 'no')),
      }),
      ({ sheet, present }) => matchSheet(sheet, present),
    ),
}

console.log(heading(rounds, sizes, 'rows'))
// Until what runs often is compiled.
for (const format of sheetFormats) for (const run of Object.values(measurements)) run(100, format)
for (const format of sheetFormats) {
  console.log(`\n${format}`)
  for (const [name, run] of Object.entries(measurements))
    console.log(
      growthLine(
        name,
        sizes,
        sizes.map((size) => run(size, format)),
      ),
    )
}
