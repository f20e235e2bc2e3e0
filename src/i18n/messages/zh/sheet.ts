import type { Words } from '../../language'
import type { sheetEn } from '../en/sheet'

export const sheetZh = {
  errors: {
    syntax: '从这里开始不是有效的 YAML 或 JSON。',
    'open-quote': '引号没有结束。',
    'text-after-quote': '结束引号之后还有文字。',
    'too-long': '表格过长：最多 {most} 个字符。',
    'too-many-rows': '行数过多：最多 {most} 行。',
    'no-version': '缺少版本。第一行应为“portdeck,1”，YAML 中为“portdeck: 1”。',
    'unknown-version': '未知版本。Portdeck 支持版本 {known}。',
    'unknown-field': '未知的列或键。',
    'duplicate-field': '第 {line} 行已有这一项。',
    'missing-field': '缺少“{field}”。',
    'cell-count': '这一行有 {found} 个单元格，表头有 {expected} 个。',
    'stray-cell': '这个单元格没有对应的列。',
    'wrong-type': {
      map: '这里应为键和值。',
      list: '这里应为列表。',
      text: '这里应为文本。',
    },
    'unknown-value': '未知的值。可用：{choices}。',
    'not-a-port': '不是有效端口：端口范围为 1 至 65535。',
    'unknown-app': '没有此名称的应用。',
    'unknown-component': '没有这个组件。',
    'ambiguous-component': '有多个同名组件：{candidates}。请填写组件 ID。',
    'other-name': '此 ID 属于另一个组件：{named}。',
    'other-id': '第 {line} 行为同一组件填写了不同的 ID。',
    'ports-unknown': '无法读取该组件的端口。',
    'duplicate-row': '第 {line} 行已填写此端口。',
    'port-twice': '该组件有两个相同的端口号，Rainbond 的 API 无法区分。',
    'incomplete-port': '该端口不存在。如需添加，请填写：{fields}。',
    'other-internal-domain': '第 {line} 行为同一组件填写了不同的内部域名。',
    'external-without-internal': '打开对外服务需要先打开对内服务。',
  },
  nearest: '是否应为“{nearest}”？',
} as const satisfies Words<typeof sheetEn>
