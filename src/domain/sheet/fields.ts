import { type Protocol, protocolChoices } from '../model/port'
import { lookupOf } from './lookup'
import { missingChoices, type SheetField } from './sheet'

/**
 * The fields of a row in the order of the columns, each with how it is written and what else people call it: in the other
 * language, and on the wire. External is last, as it is always filled in: some spreadsheets drop empty cells at the end of
 * a row.
 */
const fieldNames = [
  ['app', ['app', '应用', '应用名称']],
  ['component', ['component', '组件', '组件名称']],
  ['componentId', ['componentId', 'service_id', '组件 ID']],
  ['port', ['port', '端口', '端口号']],
  ['protocol', ['protocol', '协议', '端口协议']],
  ['alias', ['alias', '别名', '使用别名']],
  ['internalDomain', ['internalDomain', '内部域名']],
  ['inner', ['internal', 'inner', '对内', '对内服务']],
  ['outer', ['external', 'outer', '对外', '对外服务']],
] as const satisfies readonly [SheetField, readonly [string, ...string[]]][]

export const columns: readonly SheetField[] = fieldNames.map(([field]) => field)

export const sheetFields = lookupOf<SheetField>(fieldNames)

const writtenNames = new Map<SheetField, string>(fieldNames.map(([field, [name]]) => [field, name]))

/** Returns how a field is written in a sheet. */
export function nameOf(field: SheetField): string {
  return writtenNames.get(field) ?? field
}

export type Setting = 'version' | 'missing'

/** What a sheet says before its rows. */
export const settingNames = [
  ['version', ['portdeck']],
  ['missing', ['missing']],
] as const satisfies readonly [Setting, readonly [string]][]

export const settings = lookupOf<Setting>(settingNames)

export const missings = lookupOf(missingChoices.map((choice) => [choice, [choice]] as const))

export const switches = lookupOf<'on' | 'off'>([
  ['on', ['yes', 'true', 'on', '1', 'open', '是', '开', '开启', '打开', '已打开']],
  ['off', ['no', 'false', 'off', '0', 'closed', '否', '关', '关闭', '已关闭']],
])

/** Returns whether a text says open or closed; null where it says neither. */
export function readSwitch(text: string): boolean | null {
  const found = switches.find(text)
  return found === undefined ? null : found === 'on'
}

export const protocols = lookupOf<Protocol>(
  protocolChoices.map((protocol) => [protocol, [protocol]] as const),
)
