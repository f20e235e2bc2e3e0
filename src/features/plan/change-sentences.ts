import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { Step } from '../../domain/step'
import { wishesOfSteps } from './pending-wishes'
import type { PendingWish } from './port-activity'

/**
 * Gives a function that says what steps have made of each port, in the end. Closed outer is said to be closed "in
 * Rainbond's records": the cluster may have kept the route (docs/contract.md, "Changing").
 */
export function useChangeSentences(): (done: readonly Step[]) => string[] {
  const t = useTranslations('plan')
  return useCallback(
    (done) => {
      const added = new Set(done.filter((step) => step.call === 'add').map((step) => step.port))
      const ofPort = (number: number, wish: PendingWish): string[] => {
        const port = String(number)
        if (wish === 'delete') return [t('notices.deleted', { port })]
        const said = added.has(number) ? [t('notices.added', { port })] : []
        const { protocol, alias, inner, outer } = wish
        if (protocol !== undefined && said.length === 0) said.push(t('notices.protocol', { port, protocol }))
        if (alias !== undefined) said.push(t('notices.alias', { port, alias }))
        if (inner !== undefined) said.push(t(inner ? 'notices.innerOpen' : 'notices.innerClosed', { port }))
        if (outer !== undefined) said.push(t(outer ? 'notices.outerOpen' : 'notices.outerClosed', { port }))
        return said
      }
      const domains = done.flatMap((step) =>
        step.call === 'change' && step.body.action === 'change_port_alias' && step.reason === 'carries-domain'
          ? [step.body.k8s_service_name]
          : [],
      )
      const domain = domains.at(-1)
      const sentences = [...wishesOfSteps(done)].flatMap(([port, wish]) => ofPort(port, wish))
      return domain === undefined ? sentences : [...sentences, t('notices.domain', { domain })]
    },
    [t],
  )
}
