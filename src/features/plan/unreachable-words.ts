import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { Unreachable } from '../../domain/unreachable'

/** Gives a function that says why no order of calls leads to a wish. */
export function useUnreachableWords(): (why: Unreachable) => string {
  const t = useTranslations('plan')
  return useCallback(
    (why) => {
      switch (why.reason) {
        case 'port-invalid':
        case 'port-gone':
        case 'port-taken':
        case 'port-twice':
        case 'outer-without-inner':
          return t(`unreachable.${why.reason}`, { port: String(why.port) })
        case 'alias-invalid':
          return t('unreachable.alias-invalid', { port: String(why.port), alias: why.alias })
        case 'alias-taken':
          return t('unreachable.alias-taken', { alias: why.alias, by: String(why.by) })
        case 'domain-invalid':
        case 'domain-without-port':
          return t(`unreachable.${why.reason}`, { domain: why.domain })
        case 'domain-needs-alias':
          return t('unreachable.domain-needs-alias')
      }
    },
    [t],
  )
}
