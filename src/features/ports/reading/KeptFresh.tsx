import { useQuery } from '@tanstack/react-query'
import { recoveryDelayMs } from '../../../api/errors/recovery'
import type { ComponentRef } from '../../../api/paths'
import { domainsQuery } from '../../../api/resources/domains'
import { portsQuery } from '../../../api/resources/ports'
import { useIsBusy } from '../../change/use-engine'
import { useRefreshOnFocus } from './refresh'

interface KeptFreshProps {
  componentRef: ComponentRef
  /** Null: never. */
  intervalMs: number | null
}

/**
 * Reads a component's ports and gateway rules again: on focus, every `intervalMs` and after a failure. While a plan of the
 * component runs, it reads back its own changes, so nothing else is read. Shows nothing: what changes with each read and each
 * plan then renders nothing else.
 */
export function KeptFresh({ componentRef: ref, intervalMs }: KeptFreshProps) {
  const isPaused = useIsBusy(ref.component)
  const reading = {
    refetchInterval: (query: Parameters<typeof recoveryDelayMs>[0]) =>
      !isPaused && soonest(recoveryDelayMs(query), intervalMs ?? false),
    refetchOnWindowFocus: !isPaused,
    refetchOnReconnect: !isPaused,
    notifyOnChangeProps: [],
  }
  useQuery({ ...portsQuery(ref), ...reading })
  useQuery({ ...domainsQuery(ref), ...reading })
  useRefreshOnFocus(ref, isPaused)
  return null
}

function soonest(delayMs: number | false, otherMs: number | false): number | false {
  return delayMs === false || otherMs === false ? delayMs || otherMs : Math.min(delayMs, otherMs)
}
