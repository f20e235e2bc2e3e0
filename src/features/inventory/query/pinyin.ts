import { pinyin } from 'pinyin-pro'
import { hasHan } from './has-han'

const made = new Map<string, string>()

/**
 * Returns what a name can be found by in pinyin, each on a line of its own that begins with a line break: whole syllables
 * and initials, both from each character on (`订单` gives `dingdan`, `dan`, `dd` and `d`). Empty for a name without Chinese.
 * Computed once for each name.
 */
export function pinyinText(name: string): string {
  const known = made.get(name)
  if (known !== undefined) return known
  const text = textOf(name)
  made.set(name, text)
  return text
}

function textOf(name: string): string {
  if (!hasHan(name)) return ''
  const parts = pinyin(name, { type: 'all', toneType: 'none', v: true, nonZh: 'consecutive' })
  const syllables = parts.map(({ isZh, pinyin: syllable, origin }) => plain(isZh ? syllable : origin))
  const initials = parts.map(({ isZh, first, origin }) => plain(isZh ? first : origin))
  return [...endsOf(syllables), ...endsOf(initials)].map((end) => `\n${end}`).join('')
}

const plain = (part: string) => part.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const endsOf = (parts: readonly string[]) => parts.map((_, at) => parts.slice(at).join(''))
