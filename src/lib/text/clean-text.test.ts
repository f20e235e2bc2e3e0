import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visibleText } from './clean-text'

const controls = [
  ...['\u061C', '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E'],
  ...['\u2066', '\u2067', '\u2068', '\u2069'],
]

test('a control of direction is written out', () => {
  expect(visibleText('pay\u202Egpj')).toBe('pay⟦U+202E⟧gpj')
  expect(visibleText('\u061Ca\u200Fb')).toBe('⟦U+061C⟧a⟦U+200F⟧b')
})

test('none of them gets through, and everything else does', () => {
  const piece = fc.oneof(fc.constantFrom(...controls), fc.string({ unit: 'grapheme', maxLength: 3 }))
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const shown = visibleText(pieces.join(''))
      for (const control of controls) expect(shown).not.toContain(control)
      expect(shown.replace(/⟦U\+[0-9A-F]{4}⟧/g, '')).toBe(
        pieces.filter((each) => !controls.includes(each)).join(''),
      )
    }),
    { seed: 20261126 },
  )
})

test('names in any script stay as they are', () => {
  for (const name of ['订单 orders', 'متجر', 'חנות 2', '👩‍💻 dev']) expect(visibleText(name)).toBe(name)
})
