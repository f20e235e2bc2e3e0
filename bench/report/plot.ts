import { aims } from './aims'
import { answerOf, isSameQuestion, type Measurement, type Results } from './results'
import { shown } from './table'

/** What is drawn: questions of the grid, as the table has them. */
const drawnAt = '10,000 ports'

const lineHeight = 56
const barHeight = 16
const top = 64
const left = 236
const width = 680
const scaleWidth = width - left - 70

/** The ratios at both ends of the scale, which is logarithmic. */
const lowest = 0.5
const highest = 100
const marks = [0.5, 1, 2, 5, 10, 20, 50, 100]

const place = (ratio: number) => {
  const part = Math.log(ratio / lowest) / Math.log(highest / lowest)
  return Number((left + scaleWidth * Math.min(1, Math.max(0, part))).toFixed(1))
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Has the colors of either scheme: a picture in a document follows that of the browser. */
const styles = `
  text { font: 13px system-ui, sans-serif; fill: #212529 }
  .title { font-weight: 600 }
  .small { font-size: 11px; fill: #5c636a }
  .sheet { fill: #ffffff }
  .mark { stroke: #dee2e6 }
  .one { stroke: #868e96 }
  .portdeck { fill: #1971c2 }
  .ag-grid { fill: #adb5bd }
  .aim { stroke: #e8590c; stroke-width: 3 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e9ecef }
    .small { fill: #a6adb4 }
    .sheet { fill: #1a1b1e }
    .mark { stroke: #373a40 }
    .one { stroke: #909296 }
    .portdeck { fill: #4dabf7 }
    .ag-grid { fill: #5c5f66 }
    .aim { stroke: #ff922b }
  }`

function bar(one: Measurement | undefined, reference: number, y: number): string[] {
  if (one === undefined) return []
  const ratio = one.value / reference
  const end = place(ratio)
  return [
    `<rect class="${one.subject}" x="${left}" y="${y}" width="${(end - left).toFixed(1)}" height="${barHeight}"/>`,
    `<text class="small" x="${end + 6}" y="${y + 12}">${shown(ratio)}×</text>`,
  ]
}

function line({ measurements }: Results, question: Measurement, y: number): string[] {
  const aim = aims.find((one) => isSameQuestion(one, question) && one.to === 'dom')
  const aimAt = aim && place(aim.limit)
  return [
    `<text x="12" y="${y + barHeight + 5}">${escaped(question.name)}</text>`,
    ...bar(answerOf(measurements, question, 'portdeck'), question.value, y),
    ...bar(answerOf(measurements, question, 'ag-grid'), question.value, y + barHeight + 2),
    ...(aimAt
      ? [`<line class="aim" x1="${aimAt}" y1="${y - 4}" x2="${aimAt}" y2="${y + barHeight + 3}"/>`]
      : []),
  ]
}

/** Draws how many times the hand-written grid Portdeck and AG Grid cost, as the text of an SVG file. */
export function plot(results: Results): string {
  const questions = results.measurements.filter(
    ({ section, subject, at, value }) =>
      section === 'grid' && subject === 'dom' && at === drawnAt && value > 0,
  )
  const height = top + questions.length * lineHeight + 12
  const scale = marks.flatMap((mark) => [
    `<line class="${mark === 1 ? 'one' : 'mark'}" x1="${place(mark)}" y1="${top - 12}" x2="${place(mark)}" y2="${height - 12}"/>`,
    `<text class="small" x="${place(mark)}" y="${top - 18}" text-anchor="middle">${mark}×</text>`,
  ])
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">`,
    `<title id="title">What the grid costs, as multiples of a hand-written one, with ${drawnAt}</title>`,
    `<style>${styles}\n</style>`,
    `<rect class="sheet" width="${width}" height="${height}" rx="8"/>`,
    `<text class="title" x="12" y="24">Multiples of a hand-written grid, ${drawnAt}</text>`,
    `<rect class="portdeck" x="370" y="14" width="12" height="12"/><text class="small" x="387" y="24">Portdeck</text>`,
    `<rect class="ag-grid" x="450" y="14" width="12" height="12"/><text class="small" x="467" y="24">AG Grid</text>`,
    `<line class="aim" x1="526" y1="13" x2="526" y2="27"/><text class="small" x="534" y="24">aim</text>`,
    ...scale,
    ...questions.flatMap((question, at) => line(results, question, top + at * lineHeight)),
    '</svg>\n',
  ].join('\n')
}
