import { describe, expect, it, test } from 'vitest'
import { plainText } from './clean-text'
import { readNumbers } from './read-numbers'

const read = (text: string) => readNumbers(text, { least: 1, most: 65_535, count: 100 })

describe('typed numbers', () => {
  test.each([
    ['8080', [8080]],
    [' 1 ', [1]],
    ['65535', [65_535]],
    ['0081', [81]],
    ['+8108', [8108]],
    ['８０８０', [8080]],
    ['１２', [12]],
    ['\u200B80\u200D80\uFEFF', [8080]],
    ['\u00A08080\u3000', [8080]],
    ['\u202D8080\u202C', [8080]],
    ['80,443', [80, 443]],
    ['80, 443,', [80, 443]],
    ['８０，４４３', [80, 443]],
    ['80、443；8080', [80, 443, 8080]],
    ['443;80', [443, 80]],
    ['80,5', [80, 5]],
    ['8000-8003', [8000, 8001, 8002, 8003]],
    ['8000 – 8002', [8000, 8001, 8002]],
    ['8000～8002', [8000, 8001, 8002]],
    ['８０００－８００１', [8000, 8001]],
    ['8080-8080', [8080]],
    ['80,8000-8001,80,8001', [80, 8000, 8001]],
  ])('“%s” are %j', (text, numbers) => {
    expect(read(text)).toEqual({ numbers })
  })

  test.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['\u200B', 'empty'],
    [',', 'not-a-number'],
    ['0', 'too-small'],
    ['-1', 'too-small'],
    ['0-10', 'too-small'],
    ['65536', 'too-large'],
    ['999999999999', 'too-large'],
    ['80,65536', 'too-large'],
    ['80.5', 'not-whole'],
    ['abc', 'not-a-number'],
    ['80a', 'not-a-number'],
    ['0x50', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['80-', 'not-a-number'],
    ['80-90-100', 'not-a-number'],
    ['80,http', 'not-a-number'],
    ['80 443', 'no-separator'],
    ['8010-8000', 'backwards'],
    ['8000-8100', 'too-many'],
    ['1-65535', 'too-many'],
    ['8000-8060,9000-9060', 'too-many'],
  ])('“%s” are %s', (text, problem) => {
    expect(read(text)).toEqual({ problem })
  })

  it('may be as many as are asked for at once', () => {
    expect(read('8001-8100')).toMatchObject({ numbers: { length: 100 } })
  })
})

it('is the text that a person meant', () => {
  expect(plainText(' ＷＥＢ\u200B_１\u00A0')).toBe('WEB_1')
})
