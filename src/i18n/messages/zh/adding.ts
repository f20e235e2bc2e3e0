import type { Words } from '../../language'
import type { addingEn } from '../en/adding'

export const addingZh = {
  protocol: '端口协议',
  alias: '使用别名',
  aliasHint: '连接信息的变量名：{alias}_HOST、{alias}_PORT',
  several: '将一次添加 {count} 个端口。',
  aliasOfSeveral: '将为每个端口分别生成别名。',
  inner: '对内服务',
  innerHint: '团队内的其他组件可以访问。',
  outer: '对外服务',
  outerHint: '可通过网关从集群外访问，同时会打开对内服务。',
  risky: '端口 {port} 通常是 {name}，一般只供内部使用，打开对外服务请谨慎操作。',
  riskyName: '名称中含有“{name}”，该端口可能供管理、开发或监控使用，打开对外服务请谨慎操作。',
  submit: '添加端口',
  back: '返回',
  clear: '清空',
  keeps: '已填写的内容会保留。',
  sending: '正在添加…',
  problems: {
    empty: '请填写端口号。',
    'not-a-number': '端口号必须是数字。',
    'not-whole': '端口号必须是整数。',
    'too-small': '端口号最小为 1。',
    'too-large': '端口号最大为 65535。',
    backwards: '端口范围请从小到大填写，例如 8000-8010。',
    'too-many': '一次最多添加 {most} 个端口。',
    'no-separator': '多个端口之间请用逗号分隔。',
    taken: '该组件已有此端口。',
    'some-taken': '该组件已有以下端口：{ports}。',
    'taken-by-other-protocol': '该组件已有此端口（使用其他协议）：同一端口号只能使用一次。',
  },
} as const satisfies Words<typeof addingEn>
