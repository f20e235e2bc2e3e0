import { expect, it, test } from 'vitest'
import { decodeSheet } from './decode-sheet'

const text = 'portdeck,1\r\n组件,port\r\n'

function utf16(of: string, isBigEndian: boolean): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(of.length * 2))
  for (let at = 0; at < of.length; at += 1) bytes.setUint16(at * 2, of.charCodeAt(at), !isBigEndian)
  return new Uint8Array(bytes.buffer)
}

test.each([
  ['UTF-8', new TextEncoder().encode(text), 'utf-8'],
  ['UTF-8 with a byte order mark', new TextEncoder().encode(`\uFEFF${text}`), 'utf-8'],
  ['UTF-16', utf16(`\uFEFF${text}`, false), 'utf-16le'],
  ['UTF-16, big-endian', utf16(`\uFEFF${text}`, true), 'utf-16be'],
  ['UTF-16 without a byte order mark', utf16(text, false), 'utf-16le'],
  ['UTF-16, big-endian, without a byte order mark', utf16(text, true), 'utf-16be'],
])('a file in %s is read', (_, bytes, encoding) => {
  expect(decodeSheet(bytes)).toEqual({ text, encoding })
})

test('a file that a Chinese spreadsheet saves without Unicode is read', () => {
  const bytes = new Uint8Array([0xd7, 0xe9, 0xbc, 0xfe, 0x2c, 0x38, 0x30])
  expect(decodeSheet(bytes)).toEqual({ text: '组件,80', encoding: 'gb18030' })
})

it('returns null for a workbook and other files that are no text', () => {
  expect(decodeSheet(new Uint8Array([0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 8, 0, 0, 0, 0x21, 0]))).toBeNull()
  expect(decodeSheet(new Uint8Array([0x81, 0xff, 0xff]))).toBeNull()
  expect(decodeSheet(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' })
})
