import fc from 'fast-check'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { expect, test } from 'vitest'
import { asMarkdown, onOneLine } from './one-line'

/** Renders Markdown as forges do, and returns its elements in their order. */
function elementsOf(markdown: string): (string | undefined)[] {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  })
  return [...html.matchAll(/<([a-z0-9]+)/g)].map(([, name]) => name)
}

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        '-',
        '+',
        '1.',
        '1)',
        '# ',
        '| ',
        '`',
        '~~~',
        '*',
        '[a](b)',
        '<b>',
        'www.',
        '://',
        ' ',
        '\n',
      ),
      {
        maxLength: 8,
      },
    )
    .map((parts) => parts.join('')),
)

test('a text is one line, whatever it holds', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(onOneLine(text)).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u)
    }),
    { seed: 20261128, examples: [['a\r\nb\u202Ec\0']] },
  )
})

test('a text stays text in a heading, an item and a cell', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const safe = asMarkdown(text)
      expect(elementsOf(`# ${safe}`)).toEqual(['h1'])
      expect(elementsOf(`- ${safe}`)).toEqual(['ul', 'li'])
      expect(elementsOf(`| a |\n| --- |\n| ${safe} |`)).toEqual([
        'table',
        'thead',
        'tr',
        'th',
        'tbody',
        'tr',
        'td',
      ])
    }),
    { seed: 20261128, numRuns: 1000 },
  )
})
