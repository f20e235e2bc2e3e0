import { matchSheet } from '../../src/domain/sheet/matching/match-sheet'
import {
  checkThresholds,
  countsOf,
  defaultThresholds,
  type ExceededThreshold,
} from '../../src/domain/sheet/matching/thresholds'
import { parseSheet } from '../../src/domain/sheet/reading/parse-sheet'
import type { SheetError } from '../../src/domain/sheet/sheet-error'
import { sheetErrorWords } from '../../src/features/change/words/sheet-error-words'
import type { Engine } from '../../src/features/change/engine/engine'
import type { Prepared } from '../../src/features/change/engine/stages/prepare'
import type { ReadComponent } from '../console/read-scope'
import { Failure } from '../failure'
import type { InputFile } from '../input-file'
import type { Limits } from '../options'
import { onOneLine } from '../../src/lib/text/one-line'

/**
 * Plans what a sheet asks of components that were read into the cache, by the rules of the page. Throws a `Failure` that
 * names each error of the sheet, and where it says so much that it may be a wrong file.
 */
export async function planSheet(
  engine: Engine,
  sheet: InputFile,
  present: readonly ReadComponent[],
  limits: Limits,
): Promise<Prepared[]> {
  const parsed = parseSheet(sheet.text)
  if ('errors' in parsed) throw failureOf(sheet.name, parsed.errors)
  const matched = matchSheet(parsed.sheet, present)
  if ('errors' in matched) throw failureOf(sheet.name, matched.errors)
  const exceeded = checkThresholds(countsOf(matched), defaultThresholds).filter(
    ({ what }) => limits[what === 'deleted' ? 'deletes' : 'exposures'] === undefined,
  )
  if (exceeded.length > 0) throw tooMuch(exceeded)
  const desired = new Map(matched.components.map((one) => [one.component.target, one.desired]))
  return engine.prepare([...desired.keys()], (target) => desired.get(target) ?? { ports: new Map() })
}

function failureOf(file: string, errors: readonly SheetError[]): Failure {
  return new Failure(({ sheet, editing }) =>
    errors
      .map(({ line, column, text, problem }) => {
        const place = [file, line, column].join(':')
        const words = sheetErrorWords(sheet, editing, problem)
        return onOneLine(`${place}: ${words} [${problem.kind} ${JSON.stringify(text)}]`)
      })
      .join('\n'),
  )
}

function tooMuch(exceeded: readonly ExceededThreshold[]): Failure {
  return new Failure(({ say }) =>
    [
      ...exceeded.map(({ what, count, of }) =>
        say(`limits.${what}`, { count: String(count), of: String(of) }),
      ),
      say('limits.nothingSent'),
    ].join('\n'),
  )
}
