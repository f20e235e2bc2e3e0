import { format, resolveConfig } from 'prettier'
import type { Results } from './results'
import { asMarkdown, tableOf } from './table'

const begin = '<!-- results: written by npm run bench -->'
const end = '<!-- end of results -->'

/** Returns how and on what it was measured, and all figures, in Markdown. */
function sectionOf({ date, commit, machine, versions, isQuick, measurements }: Results): string {
  const { cpu, cores, memoryGiB, system } = machine
  return [
    `Measured on ${date.slice(0, 10)} at commit \`${commit}\`${isQuick ? ' with `--quick`' : ''}: ${cores} × ${cpu}, ` +
      `${memoryGiB} GiB, ${system}; Chromium ${versions.chromium}, Node ${versions.node}, AG Grid ${versions.agGrid}.`,
    asMarkdown(tableOf(measurements, 'page')),
    asMarkdown(tableOf(measurements, 'server')),
  ]
    .filter(Boolean)
    .join('\n\n')
}

/**
 * Returns the text of docs/performance.md with these results in place of those it has.
 * @throws Error if the text lacks the marks around them
 */
export async function documented(text: string, results: Results): Promise<string> {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`The document lacks ${begin} … ${end}.`)
  const whole = `${text.slice(0, from)}${begin}\n\n${sectionOf(results)}\n\n${text.slice(to)}`
  const config = await resolveConfig('docs/performance.md')
  return format(whole, { ...config, parser: 'markdown' })
}
