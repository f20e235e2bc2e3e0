import { aims, judge } from './aims'
import { answerOf, isSameQuestion, type Measurement, questionsOf, type Subject } from './results'

export type Table = readonly (readonly string[])[]

const exact = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 })
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })

/** Writes a number with three significant digits, and a large one without decimals. */
export const shown = (value: number) => (Math.abs(value) >= 100 ? whole : exact).format(value)

const withUnit = (value: number, unit: string) => [shown(value), unit].filter(Boolean).join(' ')

/** Writes how many times the reference a value is; empty where that says nothing. */
export const times = (value: number, reference: number | undefined) =>
  reference === undefined || reference === 0 ? '' : `${shown(value / reference)}×`

function cellOf(one: Measurement | undefined, reference: Measurement | undefined): string {
  if (one === undefined) return ''
  const value = withUnit(one.value, one.unit)
  const spread = one.spread === 0 ? '' : ` ± ${shown(one.spread)}`
  if (reference === undefined || reference === one) return value + spread
  const ratio = times(one.value, reference.value)
  return ratio === '' ? value + spread : `**${ratio}** (${value}${spread})`
}

/** The reference is the first one. */
const subjectsOf = { page: ['dom', 'ag-grid', 'portdeck'], server: ['nginx', 'gateway'] } as const

const names: Readonly<Record<Subject, string>> = {
  dom: 'hand-written DOM',
  'ag-grid': 'AG Grid',
  portdeck: 'Portdeck',
  nginx: 'nginx',
  gateway: 'Portdeck’s gateway',
}

/** Returns what was measured of pages or of servers as a table: a line for each question, a column for each subject. */
export function tableOf(measurements: readonly Measurement[], kind: keyof typeof subjectsOf): Table {
  const subjects = subjectsOf[kind]
  const own = measurements.filter(({ subject }) => subjects.some((one) => one === subject))
  if (own.length === 0) return []
  const lines = questionsOf(own).map((question) => {
    const reference = answerOf(own, question, subjects[0])
    const aim = aims.find((one) => isSameQuestion(one, question))
    const verdict = aim && judge(aim, own)
    const limit = aim && (aim.to === null ? withUnit(aim.limit, question.unit) : `${aim.limit}×`)
    const sign = question.better === 'higher' ? '≥' : '≤'
    return [
      question.name,
      question.at,
      ...subjects.map((subject) => cellOf(answerOf(own, question, subject), reference)),
      limit === undefined ? '' : `${sign} ${limit}`,
      verdict ? (verdict.isMet ? 'met' : '**missed**') : '',
    ]
  })
  return [['what', 'with', ...subjects.map((subject) => names[subject]), 'aim', ''], ...lines]
}

/** Writes a table as Markdown, whose columns Prettier aligns. */
export function asMarkdown([head, ...lines]: Table): string {
  if (head === undefined) return ''
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...lines.map(line)].join('\n')
}

/** Writes a table for a terminal, in columns and without the marks of Markdown. */
export function asText(table: Table): string {
  const plain = table.map((cells) => cells.map((cell) => cell.replaceAll('**', '')))
  const widths = (plain[0] ?? []).map((_, at) => Math.max(...plain.map((cells) => cells[at]?.length ?? 0)))
  return plain
    .map((cells) =>
      cells
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
