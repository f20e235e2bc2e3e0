import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { documented } from './document'
import { plot } from './plot'
import { parseResults } from './results'
import { aMeasurement, resultsOf } from './testing/results-of'

const committed = 'bench/results.json'
const read = (path: string) => readFileSync(path, 'utf8')

const marked = [
  '# Speed',
  '<!-- results: written by npm run bench -->',
  'old',
  '<!-- end of results -->',
  'End',
]

test('writes the figures between the marks, and leaves the rest', async () => {
  const results = resultsOf(aMeasurement({ subject: 'dom', value: 10 }), aMeasurement())
  const text = await documented(marked.join('\n\n'), results)
  expect(text).toMatch(/^# Speed\n[\s\S]*\nEnd\n$/)
  expect(text).toContain('Measured on 2026-11-28 at commit `0123456789`: 2 × Test CPU')
  expect(text).toContain('**2×** (20 ms ± 1)')
  expect(text).not.toContain('old')
  expect(await documented(text, results)).toBe(text)
})

test('doesn’t write into a document without marks', async () => {
  await expect(documented('# Speed\n', resultsOf(aMeasurement()))).rejects.toThrow('The document lacks')
})

test('the documents show the committed results', async () => {
  const results = parseResults(read(committed), committed)
  expect(results.isQuick).toBe(false)
  const document = read('docs/performance.md')
  expect(await documented(document, results)).toBe(document)
  expect(read('docs/images/performance.svg')).toBe(plot(results))
  expect(existsSync('docs/images/start.webp')).toBe(true)
})
