import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { LeftAlone } from '../../domain/undo-ports'

/** Gives a function that says what an undo did not touch. */
export function useLeftAloneWords(): (left: LeftAlone) => string {
  const t = useTranslations('plan')
  return useCallback(
    (left) => {
      switch (left.kind) {
        case 'field':
          return t(`leftAlone.${left.field}`, { port: String(left.port) })
        case 'port-changed':
        case 'port-gone':
        case 'port-back':
          return t(`leftAlone.${left.kind}`, { port: String(left.port) })
        case 'domain':
          return t('leftAlone.domain', { domain: left.now })
      }
    },
    [t],
  )
}
