import { useMemo } from 'react'
import { addressNow, replaceSearch, useAddressSearch } from '../../lib/navigation/navigation-guard'
import { usePainted } from '../../lib/use-painted'
import type { Choice } from './reading/chosen'

export const sections = ['addresses', 'inconsistencies', 'node-ports'] as const
export type Section = (typeof sections)[number]

interface ExposureView {
  section: Section
  choice: Choice
  /** Lags behind `choice` while many addresses are filtered, so that typing stays smooth. */
  deferredChoice: Choice
  open: (section: Section) => void
  choose: (change: Partial<Choice>) => void
}

const names = {
  section: 'section',
  app: 'app',
  protocol: 'protocol',
  isRisky: 'risky',
  text: 'filter',
} as const

/** Returns what is shown according to the URL. A change replaces the history entry, so that Back leaves the page. */
export function useExposureView(): ExposureView {
  const search = useAddressSearch()
  const choice = useMemo(() => readChoice(search), [search])
  const section = new URLSearchParams(search).get(names.section)
  return {
    section: sections.find((each) => each === section) ?? 'addresses',
    choice,
    deferredChoice: usePainted(choice),
    open,
    choose,
  }
}

function readChoice(search: string): Choice {
  const params = new URLSearchParams(search)
  const app = Number(params.get(names.app))
  return {
    app: Number.isInteger(app) && app > 0 ? app : null,
    protocol: params.get(names.protocol) || null,
    isRisky: params.has(names.isRisky),
    text: params.get(names.text) ?? '',
  }
}

function open(section: Section) {
  write({ [names.section]: section === 'addresses' ? null : section })
}

function choose(change: Partial<Choice>) {
  const { app, protocol, isRisky, text } = { ...readChoice(addressNow().search), ...change }
  write({
    [names.app]: app === null ? null : String(app),
    [names.protocol]: protocol,
    [names.isRisky]: isRisky ? '1' : null,
    [names.text]: text || null,
  })
}

/** Null and nothing leave a parameter out. */
function write(change: Record<string, string | null>) {
  const params = new URLSearchParams(addressNow().search)
  for (const [name, value] of Object.entries(change))
    if (value === null) params.delete(name)
    else params.set(name, value)
  replaceSearch(params.size === 0 ? '' : `?${params}`)
}
