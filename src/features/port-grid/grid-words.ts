import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { componentName } from '../../api/names'
import { useComponentWords } from '../../i18n/use-component-words'
import type { DraftField } from './editing/draft-store'
import type { PortRow, SwitchField } from './rows/port-row'

/** The messages that rows need, looked up once for the whole grid rather than in each cell. */
export interface GridWords {
  inner: string
  outer: string
  open: string
  closed: string
  opening: string
  closing: string
  deleting: string
  changing: string
  none: string
  /** Shown in place of a port that no longer exists. */
  gone: string
  addressToCome: string
  addressUnknown: string
  ruleStillOpen: string
  twice: string
  /** Of a component; null or undefined if the cluster didn't report it. */
  status: (status: string | null | undefined) => string
  switchName: (field: SwitchField, row: PortRow) => string
  actionsName: (row: PortRow) => string
  selectName: (row: PortRow) => string
  fieldName: (field: DraftField, row: PortRow) => string
  editName: (field: DraftField, row: PortRow) => string
  copyName: (address: string) => string
  moreAddresses: (count: number) => string
  moreName: (count: number, row: PortRow) => string
}

/** Characters of no language, which stand for what a message is filled with. */
const marks = ['\ue000', '\ue001'] as const

/**
 * Returns what fills a message: it is formatted once, then put together for each row, because formatting the names of its
 * controls costs as much as all else of a row. `format` must put its arguments into the message unchanged.
 */
function template(
  format: (first: string, second: string) => string,
): (first: string, second?: string) => string {
  const parts = format(...marks).split(new RegExp(`([${marks.join('')}])`))
  return (first, second = '') => {
    let text = ''
    for (const part of parts) text += part === marks[0] ? first : part === marks[1] ? second : part
    return text
  }
}

export function useGridWords(): GridWords {
  const t = useTranslations('ports')
  const tEditing = useTranslations('editing')
  const { status } = useComponentWords()
  return useMemo(() => {
    const nameOf = ({ port, place }: PortRow) => {
      const number = String(port.container_port)
      return place ? portOf(number, componentName(place.component)) : number
    }
    const portOf = template((port, component) => t('names.portOf', { port, component }))
    const switchName = {
      inner: template((port) => t('names.inner', { port })),
      outer: template((port) => t('names.outer', { port })),
    }
    const editName = {
      protocol: template((port) => tEditing('names.editProtocol', { port })),
      alias: template((port) => tEditing('names.editAlias', { port })),
      domain: template((port) => tEditing('names.editDomain', { port })),
    }
    const selectName = template((port) => t('names.select', { port }))
    const actionsName = template((port) => t('names.actions', { port }))
    // Which plural it takes depends on the number.
    const moreNames = new Map<number, ReturnType<typeof template>>()
    const moreName = (count: number) => {
      const known = moreNames.get(count) ?? template((port) => t('names.moreAddresses', { count, port }))
      moreNames.set(count, known)
      return known
    }
    return {
      inner: t('columns.inner'),
      outer: t('columns.outer'),
      open: t('state.open'),
      closed: t('state.closed'),
      opening: t('state.opening'),
      closing: t('state.closing'),
      deleting: t('state.deleting'),
      changing: t('state.changing'),
      none: t('address.none'),
      gone: t('state.gone'),
      addressToCome: t('address.toCome'),
      addressUnknown: t('address.unknown'),
      ruleStillOpen: t('address.ruleStillOpen'),
      twice: t('twice'),
      status: (of) => status(of ?? 'unknown'),
      switchName: (field, row) => switchName[field](nameOf(row)),
      fieldName: (field, row) => tEditing(`names.${field}`, { port: nameOf(row) }),
      editName: (field, row) => editName[field](nameOf(row)),
      selectName: (row) => selectName(nameOf(row)),
      actionsName: (row) => actionsName(nameOf(row)),
      copyName: template((address) => t('names.copyAddress', { address })),
      moreAddresses: (count) => t('address.more', { count: String(count) }),
      moreName: (count, row) => moreName(count)(nameOf(row)),
    }
  }, [t, tEditing, status])
}
