import { answerOf, type Measurement, type Results } from './results'
import { shown, type Table, times } from './table'

const titleOf = ({ section, name, at, subject }: Measurement) => [section, `${name}, ${at}`, subject]

/** Says whether a value got worse or better by more than its turns differ in either file. */
function verdictOf(before: Measurement, after: Measurement): string {
  const change = after.value - before.value
  if (Math.abs(change) <= Math.max(before.spread, after.spread)) return ''
  return change > 0 === (after.better === 'lower') ? 'WORSE' : 'better'
}

/** Compares two files of results, measurement by measurement. What only one of them holds comes last. */
export function compare(before: Results, after: Results): Table {
  const both = before.measurements.flatMap((one) => {
    const other = answerOf(after.measurements, one, one.subject)
    return other ? [{ one, other }] : []
  })
  const lacks = (results: Results) => (one: Measurement) =>
    answerOf(results.measurements, one, one.subject) === undefined
  return [
    ['section', 'what', 'of', 'before', 'after', 'ratio', ''],
    ...both.map(({ one, other }) => [
      ...titleOf(one),
      `${shown(one.value)} ± ${shown(one.spread)} ${one.unit}`.trim(),
      `${shown(other.value)} ± ${shown(other.spread)} ${other.unit}`.trim(),
      times(other.value, one.value),
      verdictOf(one, other),
    ]),
    ...before.measurements
      .filter(lacks(after))
      .map((one) => [...titleOf(one), shown(one.value), '–', '', 'only before']),
    ...after.measurements
      .filter(lacks(before))
      .map((one) => [...titleOf(one), '–', shown(one.value), '', 'only after']),
  ]
}

/** Names what makes the ratios of two files doubtful: other machines or browsers, or fewer turns. */
export function doubtsAbout(before: Results, after: Results): string[] {
  const differing = (name: string, one: string, other: string) =>
    one === other ? [] : [`${name}: ${one} before, ${other} after`]
  return [
    ...differing('Processor', before.machine.cpu, after.machine.cpu),
    ...differing('Cores', String(before.machine.cores), String(after.machine.cores)),
    ...differing('Chromium', before.versions.chromium, after.versions.chromium),
    ...differing('Node', before.versions.node, after.versions.node),
    ...(before.isQuick || after.isQuick ? ['Measured with --quick: too few turns for a judgement'] : []),
  ]
}
