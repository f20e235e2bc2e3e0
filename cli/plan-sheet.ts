import { readFileSync } from 'node:fs'
import type { QueryClient } from '@tanstack/react-query'
import { matchSheet } from '../src/domain/sheet/matching/match-sheet'
import { checkThresholds, countsOf, defaultThresholds } from '../src/domain/sheet/matching/thresholds'
import { decodeSheet } from '../src/domain/sheet/reading/decode-sheet'
import { parseSheet } from '../src/domain/sheet/reading/parse-sheet'
import type { SheetError } from '../src/domain/sheet/sheet-error'
import { consoleEffects } from '../src/features/change/engine/console/console-effects'
import { createEngine } from '../src/features/change/engine/engine'
import type { Prepared } from '../src/features/change/engine/stages/prepare'
import { Failure } from './failure'
import type { ReadComponent } from './read-scope'

/**
 * Plans what a sheet asks of components that were read into the cache, by the rules of the page. Throws a `Failure` that
 * names each error of the sheet, and where it says so much that it may be a wrong file.
 */
export async function planSheet(
  client: QueryClient,
  file: string,
  present: readonly ReadComponent[],
): Promise<Prepared[]> {
  const parsed = parseSheet(textOf(file))
  if ('errors' in parsed) throw errorsOf(file, parsed.errors)
  const matched = matchSheet(parsed.sheet, present)
  if ('errors' in matched) throw errorsOf(file, matched.errors)
  const exceeded = checkThresholds(countsOf(matched), defaultThresholds)
  if (exceeded.length > 0)
    throw new Failure(
      exceeded
        .map(
          ({ what, count, of }) =>
            `${file}: ${String(count)} of ${String(of)} ports would be ${what}. Is it the right sheet?`,
        )
        .join('\n'),
    )
  const desired = new Map(matched.components.map((one) => [one.component.target, one.desired]))
  const engine = createEngine(consoleEffects(client))
  return engine.prepare([...desired.keys()], (target) => desired.get(target) ?? { ports: new Map() })
}

function textOf(file: string): string {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch (error) {
    throw new Failure(`Cannot read the sheet: ${error instanceof Error ? error.message : String(error)}`)
  }
  const decoded = decodeSheet(bytes)
  if (decoded === null) throw new Failure(`${file} is not a text. Save it as CSV, YAML or JSON.`)
  return decoded.text
}

function errorsOf(file: string, errors: readonly SheetError[]): Failure {
  const lines = errors.map(
    ({ line, column, text, problem }) =>
      `${file}:${String(line)}:${String(column)}: ${problem.kind} ${JSON.stringify(text)}`,
  )
  return new Failure(lines.join('\n'))
}
