/** Units per em. Lengths below are in these units. */
const em = 1000
const ascent = 900
const descent = 250

/** Every glyph is one block on the baseline. A word becomes one bar, because each block reaches into the next. */
const glyphs = {
  missing: { width: 500, height: 600 },
  space: { width: 300, height: 0 },
  mark: { width: 300, height: 600 },
  small: { width: 520, height: 600 },
  large: { width: 620, height: 600 },
  wide: { width: 1000, height: 800 },
}
const overlap = 100
type Glyph = keyof typeof glyphs

/** The characters of each glyph, in order. Digits are as wide as each other in any font that tables use. */
const characters: readonly [first: number, last: number, glyph: Glyph][] = [
  [0x20, 0x20, 'space'],
  [0x21, 0x2f, 'mark'],
  [0x30, 0x39, 'large'],
  [0x3a, 0x40, 'mark'],
  [0x41, 0x5a, 'large'],
  [0x5b, 0x60, 'mark'],
  [0x61, 0x7a, 'small'],
  [0x7b, 0x7e, 'mark'],
  [0xa0, 0xa0, 'space'],
  [0xa1, 0xbf, 'mark'],
  [0xc0, 0x1fff, 'small'],
  [0x2010, 0x2027, 'mark'],
  [0x2030, 0x2e7f, 'small'],
  [0x2e80, 0xd7ff, 'wide'],
  [0xe000, 0xfefe, 'wide'],
  [0xff00, 0xffef, 'wide'],
  [0x10000, 0x10ffff, 'wide'],
]

const shapes = Object.values(glyphs)
const numberOf = (glyph: Glyph) => Object.keys(glyphs).indexOf(glyph)
const widest = Math.max(...shapes.map(({ width }) => width))

const u8 = (...values: number[]) => Uint8Array.from(values)
const u16 = (...values: number[]) => u8(...values.flatMap((value) => [value >> 8, value]))
const u32 = (...values: number[]) =>
  u8(...values.flatMap((value) => [value >>> 24, value >> 16, value >> 8, value]))
const joined = (...parts: Uint8Array[]) => u8(...parts.flatMap((part) => [...part]))
const zeros = (length: number) => new Uint8Array(length)
const padded = (part: Uint8Array) => joined(part, zeros(-part.length & 3))

/** Returns a rectangle as an outline of TrueType, or nothing for a space. */
function outline({ width, height }: { width: number; height: number }): Uint8Array {
  if (height === 0) return zeros(0)
  const right = width + overlap
  const box = u16(1, 0, 0, right, height)
  const onCurve = 1
  return padded(
    joined(
      box,
      u16(3, 0),
      u8(onCurve, onCurve, onCurve, onCurve),
      u16(0, 0, right, 0),
      u16(0, height, 0, -height),
    ),
  )
}

/** Maps ranges of characters to one glyph each: format 13, which fonts of last resort use. */
function characterMap(): Uint8Array {
  const groups = characters.map(([first, last, glyph]) => u32(first, last, numberOf(glyph)))
  const head = joined(u16(13, 0), u32(16 + groups.length * 12, 0, groups.length))
  return joined(u16(0, 1), u16(3, 10), u32(12), head, ...groups)
}

/** Returns the tables that browsers require, by name. */
function tables(): Record<string, Uint8Array> {
  const outlines = shapes.map(outline)
  const offsets = outlines.map((_, index) => joined(...outlines.slice(0, index)).length)
  const whole = joined(...outlines)
  const count = shapes.length
  return {
    'OS/2': joined(
      u16(4, 500, 400, 5, 0, ...Array<number>(10).fill(0), 0),
      zeros(10 + 16 + 4),
      u16(0x40, 0x20, 0xffff, ascent, -descent, 0, ascent, descent),
      zeros(8),
      u16(500, 700, 0, 0x20, 0),
    ),
    cmap: characterMap(),
    glyf: whole,
    head: joined(
      u32(0x10000, 0x10000, 0, 0x5f0f3cf5),
      u16(0b11, em),
      zeros(16),
      u16(0, 0, widest + overlap, ascent, 0, 8, 2, 1, 0),
    ),
    hhea: joined(
      u32(0x10000),
      u16(ascent, -descent, 0, widest, 0, -overlap, widest + overlap, 1),
      zeros(14),
      u16(count),
    ),
    hmtx: joined(...shapes.map(({ width }) => u16(width, 0))),
    loca: u32(...offsets, whole.length),
    maxp: joined(u32(0x10000), u16(count, 4, 1, 0, 0, 2), zeros(16)),
    name: u16(0, 0, 6),
    post: joined(u32(0x30000), zeros(28)),
  }
}

/** Returns a TrueType font in which every character is a block. */
function blockFont(): Uint8Array {
  const entries = Object.entries(tables())
  let offset = 12 + entries.length * 16
  const records = entries.map(([tag, table]) => {
    const record = joined(new TextEncoder().encode(tag), u32(0, offset, table.length))
    offset += padded(table).length
    return record
  })
  // Eight tables fit a search range of 2^3 × 16.
  const head = joined(u32(0x10000), u16(entries.length, 128, 3, entries.length * 16 - 128))
  return joined(head, ...records, ...entries.map(([, table]) => padded(table)))
}

/**
 * A style sheet that draws every character as a block. Pictures then show where text is and how much room it has, and are
 * the same on each machine, whatever fonts are installed there.
 */
export const blockText = `
  @font-face {
    font-family: Blocks;
    font-weight: 1 1000;
    src: url(data:font/ttf;base64,${Buffer.from(blockFont()).toString('base64')});
  }
  *, *::before, *::after {
    font-family: Blocks !important;
    font-synthesis: none !important;
    letter-spacing: 0 !important;
    text-rendering: geometricPrecision !important;
  }`
