import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { Messages } from './language'

type Ports = Messages['ports']

const statuses = {
  running: true,
  closed: true,
  undeploy: true,
  starting: true,
  startting: true,
  stopping: true,
  checking: true,
  creating: true,
  upgrade: true,
  abnormal: true,
  some_abnormal: true,
  unusual: true,
  unknown: true,
} as const satisfies Record<keyof Ports['statuses'], true>

const sources = {
  source_code: true,
  docker_run: true,
  docker_image: true,
  docker_compose: true,
  market: true,
  third_party: true,
  vm_run: true,
  package_build: true,
  unknown: true,
} as const satisfies Record<keyof Ports['sources'], true>

/**
 * Returns functions that translate the status and the source of a component. Rainbond may know more of either than there
 * are messages for: those are returned unchanged.
 */
export function useComponentWords(): {
  status: (status: string) => string
  source: (source: string) => string
} {
  const t = useTranslations('ports')
  return useMemo(
    () => ({
      status: (status) => (isKeyOf(statuses, status) ? t(`statuses.${status}`) : status),
      source: (source) => (isKeyOf(sources, source) ? t(`sources.${source}`) : source),
    }),
    [t],
  )
}

function isKeyOf<T extends object>(known: T, key: string): key is keyof T & string {
  return Object.hasOwn(known, key)
}
