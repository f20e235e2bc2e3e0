import fc from 'fast-check'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { onOneLine } from '../../../lib/text/one-line'
import { aPlan } from '../testing/a-shared-plan'
import { shareSpeech } from '../testing/share-speech'
import { runbook } from './runbook'

const speech = shareSpeech('en')

/** Renders a document as the forges do. */
function rendered(markdown: string): string {
  return micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  })
}

/** The elements of a document, in their order. */
const elementsOf = (html: string) => [...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, name]) => name)

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }
const textOf = (html = '') => html.replaceAll(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)

describe('runbook', () => {
  it('says what it is for, and the losses before anything else', () => {
    const [head = ''] = runbook(aPlan(), speech).split('## Before you start')
    expect(head).toBe(
      [
        '# Run 3 steps',
        '',
        '- Team: Platform',
        '- Cluster: R',
        '- Written: 2026-01-31 09:30 UTC',
        '- Components: Shop / orders',
        '',
        '## Risks and losses',
        '',
        '- Shop / orders: A health probe on port 8080, if there is one: it is turned off.',
        '',
        '',
      ].join('\n'),
    )
  })

  it('shows old and new of each setting, and each step with its command', () => {
    const html = rendered(runbook(aPlan(), speech))
    expect(html).toMatch(/<td>8080<\/td>\s*<td>External<\/td>\s*<td>open<\/td>\s*<td>–<\/td>/)
    expect(html).toMatch(
      /<li>\s*<p>Delete port 8080<\/p>\s*<pre><code class="language-sh">curl -sS --fail-with-body -X DELETE &quot;\$RAINBOND_URL&quot;/,
    )
    expect(html).toContain('Not everything can be restored')
  })

  it('leaves names text, whatever they hold', () => {
    const usual = elementsOf(rendered(runbook(aPlan({ alias: 'a' }), speech)))
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (component, app) => {
        const plan = aPlan({ component: `c${component}`, app: `a${app}`, alias: `a${app}` })
        const html = rendered(runbook({ ...plan, team: `t${component}` }, speech))
        expect(elementsOf(html)).toEqual(usual)
        expect(textOf(/<td>Alias<\/td>\s*<td>(.*)<\/td>/.exec(html)?.[1])).toBe(
          onOneLine(`a${app}`).trimEnd(),
        )
      }),
      {
        ...{ seed: 20261128, numRuns: 200 },
        examples: [
          [
            '<script>alert(1)</script> | a | `b` \\| **c** ![d](e) [f]: g',
            'http://a.test www.b.test c@d.test',
          ],
          ['\n\n# heading\n```\n', '| --- |\n~~~\n<!-- '],
        ],
      },
    )
  })
})
