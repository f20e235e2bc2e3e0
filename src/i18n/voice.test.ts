import { expect, test } from 'vitest'
import { demoWords } from '../../demo/words/use-demo-words'
import { allMessages } from './all-messages'

const { en, zh } = allMessages

type Tree = { readonly [key: string]: string | Tree }

function textsOf(tree: Tree, path = ''): [path: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : textsOf(value, `${path}${key}.`),
  )
}

/** Words that no screen uses, each with what is said instead. */
const english: [RegExp, instead: string][] = [
  [/\binner\b/i, 'internal access'],
  [/\bouter\b/i, 'external access'],
  [/\boutside\b/i, 'external, or “at the gateway”'],
  [/\bstill stands\b/i, 'still open at the gateway'],
  [/\b(?<!gateway )rules? (?:of|\{)/i, 'gateway rule'],
  [/\bregions?\b/i, 'cluster'],
  [/(?<!\bin )\bservices?\b(?! mesh)/i, 'component'],
  [/\banew\b/i, 'again, or “updated”'],
  [/\bput\b.*\baway\b/i, 'dismiss'],
  [/\bsaid yes\b/i, 'reported success'],
  [/\bwish(es|ed)?\b/i, '“the change didn’t take effect”'],
  [/\bdesk\b/i, 'Portdeck, or nothing'],
  [/\bnot known\b/i, 'unknown'],
  [/\btakes its time\b/i, 'still waiting for Rainbond'],
  [/\bbeing (added|changed|checked|created|deleted|opened|closed)\b/i, 'a gerund: “Deleting…”'],
  [/\bany more\b/i, 'no longer'],
  [/\bwhoever runs\b/i, 'your … administrator'],
  [/\bsave (for|that)\b/i, 'except'],
  [/^ok$/i, 'a verb with its object'],
]

const chinese: [RegExp, instead: string][] = [
  [/应答/, '响应'],
  [/不再等待/, '停止等待'],
  [/无从/, '无法'],
  [/三思/, '请谨慎操作'],
  [/认识/, '无法识别'],
  [/操作日志/, '操作记录'],
  [/后可知/, '请刷新查看'],
  [/(?<!访问)策略/, '访问策略'],
  [/管理者/, '管理员'],
  [/数据中心/, '集群'],
  [/^(好|好的|确定)$/, '动词加宾语'],
]

/** Returns the texts that hold a word of the list, as `path: text (say …)`. */
function foreign(tree: Tree, words: readonly [RegExp, string][]): string[] {
  return textsOf(tree).flatMap(([path, text]) =>
    words.filter(([word]) => word.test(text)).map(([, instead]) => `${path}: ${text} (say ${instead})`),
  )
}

test('English messages use the words that engineers use', () => {
  expect(foreign({ ...en, demo: demoWords.en }, english)).toEqual([])
})

test('Chinese messages use the words of Rainbond’s own console', () => {
  expect(foreign({ ...zh, demo: demoWords.zh }, chinese)).toEqual([])
})

test.each([
  'Inner of port 80 is open.',
  'Can be reached from outside',
  'The rule {address} still stands.',
  'Put the message away',
  'Rainbond said yes, but it does not read as wished.',
  'The plan was made anew.',
  'Being deleted…',
  'No answer yet: Rainbond takes its time…',
])('“%s” is no English message', (text) => {
  expect(foreign({ text }, english)).not.toEqual([])
})

test.each(['尚未收到应答', '不再等待', '请三思', 'Rainbond 不认识此令牌', '操作日志', '仍有网关策略生效'])(
  '“%s” is no Chinese message',
  (text) => {
    expect(foreign({ text }, chinese)).not.toEqual([])
  },
)

test('actions on a port name the port', () => {
  const { names } = en.ports
  expect(names.inner).toBe('Internal access, port {port}')
  expect(names.outer).toBe('External access, port {port}')
})
