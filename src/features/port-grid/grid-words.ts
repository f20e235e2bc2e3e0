import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { DraftField } from './editing/draft-store'
import type { SwitchField } from './rows/port-row'

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
  switchName: (field: SwitchField, port: number) => string
  actionsName: (port: number) => string
  fieldName: (field: DraftField, port: number) => string
  editName: (field: DraftField, port: number) => string
  copyName: (address: string) => string
  moreAddresses: (count: number) => string
  moreName: (count: number, port: number) => string
}

const editNames = { protocol: 'editProtocol', alias: 'editAlias', domain: 'editDomain' } as const

export function useGridWords(): GridWords {
  const t = useTranslations('ports')
  const tEditing = useTranslations('editing')
  return useMemo(
    () => ({
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
      switchName: (field, port) => t(`names.${field}`, { port: String(port) }),
      fieldName: (field, port) => tEditing(`names.${field}`, { port: String(port) }),
      editName: (field, port) => tEditing(`names.${editNames[field]}`, { port: String(port) }),
      actionsName: (port) => t('names.actions', { port: String(port) }),
      copyName: (address) => t('names.copyAddress', { address }),
      moreAddresses: (count) => t('address.more', { count: String(count) }),
      moreName: (count, port) => t('names.moreAddresses', { count, port: String(port) }),
    }),
    [t, tEditing],
  )
}
