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

const editNames = { protocol: 'editProtocol', alias: 'editAlias', domain: 'editDomain' } as const

export function useGridWords(): GridWords {
  const t = useTranslations('ports')
  const tEditing = useTranslations('editing')
  const { status } = useComponentWords()
  return useMemo(() => {
    const nameOf = ({ port, place }: PortRow) => {
      const number = String(port.container_port)
      return place ? t('names.portOf', { port: number, component: componentName(place.component) }) : number
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
      addressUnknown: t('address.unknown'),
      ruleStillOpen: t('address.ruleStillOpen'),
      twice: t('twice'),
      status: (of) => status(of ?? 'unknown'),
      switchName: (field, row) => t(`names.${field}`, { port: nameOf(row) }),
      fieldName: (field, row) => tEditing(`names.${field}`, { port: nameOf(row) }),
      editName: (field, row) => tEditing(`names.${editNames[field]}`, { port: nameOf(row) }),
      selectName: (row) => t('names.select', { port: nameOf(row) }),
      actionsName: (row) => t('names.actions', { port: nameOf(row) }),
      copyName: (address) => t('names.copyAddress', { address }),
      moreAddresses: (count) => t('address.more', { count: String(count) }),
      moreName: (count, row) => t('names.moreAddresses', { count, port: nameOf(row) }),
    }
  }, [t, tEditing, status])
}
