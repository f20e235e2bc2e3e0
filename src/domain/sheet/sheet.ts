import type { Port } from '../model/port'

export const sheetFormats = ['csv', 'yaml', 'json'] as const
export type SheetFormat = (typeof sheetFormats)[number]

/** The version of the schema (docs/sheets.md). */
export const sheetVersion = '1'

export const mostRows = 50_000

/** Far more than so many rows have. */
export const mostCharacters = 30_000_000

/** What a sheet says of one port. A field left out is left as it is. */
export interface SheetRow {
  readonly app?: string
  readonly component?: string
  readonly componentId?: string
  readonly port: number
  /** Old data holds others than can be asked for. */
  readonly protocol?: string
  readonly alias?: string
  /** Of the component: all its rows that have one say the same, except where old data has several. */
  readonly internalDomain?: string
  readonly inner?: boolean
  readonly outer?: boolean
}

export type SheetField = keyof SheetRow

/** The fields of a row that can change. */
export const changeableFields = [
  'protocol',
  'alias',
  'internalDomain',
  'inner',
  'outer',
] as const satisfies readonly SheetField[]
export type ChangeableField = (typeof changeableFields)[number]

export const missingChoices = ['leave', 'delete'] as const

/** What becomes of the ports that a sheet doesn't name, of the components that it names. */
export type Missing = (typeof missingChoices)[number]

export interface Sheet<Row extends SheetRow = SheetRow> {
  readonly missing: Missing
  readonly rows: readonly Row[]
}

/** How a sheet names a component. */
export interface ComponentName {
  readonly app: string
  readonly component: string
  readonly componentId: string
}

/** A component with its ports; null where they could not be read. */
export interface PresentComponent extends ComponentName {
  readonly ports: readonly Port[] | null
}

/** Returns what a sheet can say of a port that exists. Empty texts of old data are left out. */
export function fieldsOfPort(port: Port): SheetRow {
  return {
    port: port.container_port,
    protocol: port.protocol,
    ...(port.port_alias !== '' && { alias: port.port_alias }),
    ...(port.k8s_service_name !== '' && { internalDomain: port.k8s_service_name }),
    inner: port.is_inner_service,
    outer: port.is_outer_service,
  }
}

/** Returns the row of a component's port, which changes nothing when it is imported again. */
export function rowOf({ app, component, componentId }: ComponentName, port: Port): SheetRow {
  return { app, component, componentId, ...fieldsOfPort(port) }
}
