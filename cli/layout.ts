import { asMarkdown, onOneLine } from '../src/lib/text/one-line'
import type { ReportFormat } from './options'

/** What a command has to say, for people to read. */
export interface Report {
  readonly heading: string
  readonly sections: readonly { readonly title: string; readonly lines: readonly string[] }[]
  readonly summary: readonly string[]
}

/** Writes a report for people, or as JSON what a program is to know instead. */
export function layOut(report: Report, data: object, format: ReportFormat): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(data, null, 2)}\n`
    case 'markdown':
      return markdownOf(report)
    case 'text':
      return textOf(report)
  }
}

function textOf({ sections, summary }: Report): string {
  const blocks = sections.map(({ title, lines }) =>
    [title, ...lines.map((line) => `  ${line}`)].map(onOneLine).join('\n'),
  )
  return `${[...blocks, summary.map(onOneLine).join('\n')].join('\n\n')}\n`
}

function markdownOf({ heading, sections, summary }: Report): string {
  const blocks = sections.map(({ title, lines }) =>
    [`### ${asMarkdown(title)}`, '', ...lines.map((line) => `- ${asMarkdown(line)}`)].join('\n'),
  )
  return `${[`## ${asMarkdown(heading)}`, ...blocks, summary.map(asMarkdown).join('\n\n')].join('\n\n')}\n`
}
