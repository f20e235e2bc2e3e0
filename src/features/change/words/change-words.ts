import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { Change } from '../../../domain/impact/changes-made'
import type { LeftAlone } from '../../../domain/undo/loss'

/** Returns a function that describes what an undo left alone. */
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
        case 'internal-domain':
          return t('leftAlone.internal-domain', { domain: left.now })
      }
    },
    [t],
  )
}

/**
 * Returns a function that describes one change of a plan. Closed outer is closed "in Rainbond's records", because the
 * cluster may have kept the route (docs/contract.md, "Changing").
 */
export function useChangeSentences(): (change: Change) => string {
  const t = useTranslations('plan')
  return useCallback(
    (change) => {
      switch (change.kind) {
        case 'added':
        case 'deleted':
          return t(`notices.${change.kind}`, { port: String(change.port) })
        case 'protocol':
          return t('notices.protocol', { port: String(change.port), protocol: change.protocol })
        case 'alias':
          return t('notices.alias', { port: String(change.port), alias: change.alias })
        case 'inner':
          return t(change.open ? 'notices.innerOpen' : 'notices.innerClosed', { port: String(change.port) })
        case 'outer':
          return t(change.open ? 'notices.outerOpen' : 'notices.outerClosed', { port: String(change.port) })
        case 'public-addresses-closed':
          return t('notices.closedWith', { addresses: change.publicAddresses.join(', ') })
        case 'internal-domain':
          return t('notices.internal-domain', { before: change.before.join(', '), after: change.after })
        case 'takes-effect-later':
          return t('later')
      }
    },
    [t],
  )
}
