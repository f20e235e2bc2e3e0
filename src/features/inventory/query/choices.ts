import { protocolChoices } from '../../../domain/model/port'
import type { RiskKind } from '../../../domain/impact/known-services/known-service'
import type { FilterKey } from './query'

/** A value that a filter can have, and what else people call it. */
interface Choice {
  readonly value: string
  readonly also: readonly string[]
}

const switches = [
  { value: 'open', also: ['on', 'yes', '开', '开启', '打开', '已打开'] },
  { value: 'closed', also: ['off', 'no', '关', '关闭', '已关闭'] },
] as const satisfies readonly Choice[]

// Rainbond's own words for a status are among the others.
const statuses = [
  { value: 'running', also: ['运行中'] },
  { value: 'stopped', also: ['closed', '已关闭'] },
  { value: 'not-deployed', also: ['undeploy', '未部署'] },
  { value: 'starting', also: ['startting', '启动中'] },
  { value: 'stopping', also: ['关闭中'] },
  { value: 'checking', also: ['检测中'] },
  { value: 'creating', also: ['创建中'] },
  { value: 'upgrading', also: ['upgrade', '升级中'] },
  { value: 'abnormal', also: ['unusual', '异常'] },
  { value: 'partly-abnormal', also: ['some_abnormal', '部分异常'] },
  { value: 'unknown', also: ['未知'] },
] as const satisfies readonly Choice[]

const riskKinds = {
  database: ['数据库'],
  cache: ['缓存'],
  search: ['搜索引擎'],
  queue: ['消息队列'],
  'remote-login': ['远程登录'],
  'file-sharing': ['文件共享'],
  'cluster-control': ['集群控制'],
  admin: ['管理后台'],
  monitoring: ['监控'],
  reflection: ['反射放大'],
  surface: ['管理页面'],
} as const satisfies Record<RiskKind, readonly string[]>

/** The values of the filters that have a fixed set of them. */
export const choices = {
  status: statuses,
  // Old data holds further ones.
  protocol: [...protocolChoices.map((value) => ({ value, also: [] })), { value: 'other', also: ['其他'] }],
  internal: switches,
  external: switches,
  risk: [
    { value: 'any', also: ['有', '任意'] },
    { value: 'none', also: ['无'] },
    ...Object.entries(riskKinds).map(([value, also]) => ({ value, also })),
  ],
} as const satisfies Partial<Record<FilterKey, readonly Choice[]>>

export type ChoiceKey = keyof typeof choices

export function isChoiceKey(key: FilterKey): key is ChoiceKey {
  return Object.hasOwn(choices, key)
}

/** Returns the choice that a folded text names. */
export function choiceOf(key: ChoiceKey, text: string): string | undefined {
  const offered: readonly Choice[] = choices[key]
  return offered.find(({ value, also }) => value === text || also.includes(text))?.value
}

/** Returns what a choice may be called besides its name. */
export function otherChoiceNames(key: ChoiceKey, value: string): readonly string[] {
  const offered: readonly Choice[] = choices[key]
  return offered.find((choice) => choice.value === value)?.also ?? []
}

/** Returns the status that Rainbond's own word for it means. */
export function statusChoice(own: string | null | undefined): string {
  return choiceOf('status', own ?? '') ?? 'unknown'
}

/** What filters are called besides their own name, in the other language and on the wire. */
export const otherKeyNames: ReadonlyMap<string, FilterKey> = new Map<string, FilterKey>([
  ['应用', 'app'],
  ['组件', 'component'],
  ['状态', 'status'],
  ['端口', 'port'],
  ['端口号', 'port'],
  ['协议', 'protocol'],
  ['端口协议', 'protocol'],
  ['别名', 'alias'],
  ['使用别名', 'alias'],
  ['内部域名', 'domain'],
  ['对内', 'internal'],
  ['对内服务', 'internal'],
  ['inner', 'internal'],
  ['对外', 'external'],
  ['对外服务', 'external'],
  ['outer', 'external'],
  ['地址', 'address'],
  ['访问地址', 'address'],
  ['风险', 'risk'],
])
