import { expect, test } from 'vitest'
import { gapBetween, joinSentences } from './join-sentences'

test.each([
  [['Not opened.', 'The port is taken.'], 'Not opened. The port is taken.'],
  [['Port 80:', 'Not opened.'], 'Port 80: Not opened.'],
  [['Still waiting…', 'Stop?'], 'Still waiting… Stop?'],
  [['未能打开。', '集群拒绝了此操作。'], '未能打开。集群拒绝了此操作。'],
  [['端口 80：', '未能打开。'], '端口 80：未能打开。'],
  [['未能打开。', 'Rainbond 返回：busy', '已停止。'], '未能打开。Rainbond 返回：busy 已停止。'],
  [['仍在等待…', '可以停止。'], '仍在等待…可以停止。'],
  [['', 'One.', undefined, '', 'Two.'], 'One. Two.'],
  [[], ''],
])('%j is written as “%s”', (parts, text) => {
  expect(joinSentences(parts)).toBe(text)
})

test('a title without a full stop keeps its distance in both languages', () => {
  expect(gapBetween('无法读取端口', '请刷新。')).toBe(' ')
  expect(gapBetween('The ports couldn’t be read', 'Refresh.')).toBe(' ')
})
