import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import type { Session } from '../../api/contract/session'
import { commands } from '../../lib/commands'
import { useAddressPath } from '../../lib/navigation/navigation-guard'
import { usePaced } from '../../lib/use-paced'
import { type ComponentEntry, commandEntry, type Entry } from './entries/entry'
import type { Findable } from './entries/found-groups'
import { pageEntries } from './entries/page-entries'
import { createPlaceCatalog, type PlaceCatalog, type Places } from './entries/place-catalog'
import type { PlaceWords } from './entries/place-nodes'
import { keptRecents, recentFirst } from './entries/recents'
import { type LinkSegments, parseLink } from '../scope/link/link'
import type { Level } from '../scope/link/paths'
import { rememberedScope } from '../scope/link/remembered-scope'
import { createPlaceReader, type PlaceReader } from './reading/place-reader'

/** Milliseconds between two looks at what arrives meanwhile. */
const paceMs = 100

interface Found extends Findable {
  components: readonly ComponentEntry[]
}

interface Entries {
  /** What is shown: the same object until something changes. It lags behind what arrives. */
  found: Found
  /** Returns what is there now. */
  latest: () => Found
  /** Whether `found` holds more than what the screens offer. */
  isReady: boolean
  reader: PlaceReader
}

/** Returns everything that can be found, and reads what isn't there yet while it is shown. */
export function useEntries(session: Session): Entries {
  const t = useTranslations('scope')
  const client = useQueryClient()
  const path = useAddressPath()
  const present = useMemo(() => presentPlace(path, session), [path, session])

  const [reader] = useState(() => createPlaceReader(client))
  useEffect(() => {
    void reader.readLists(present)
    return reader.stop
  }, [reader, present])

  const look = useMemo(() => {
    const catalog = catalogOf(client, {
      blocked: t('region.blocked'),
      numbered: (id) => t('app.number', { id }),
    })
    return () => catalog(present)
  }, [client, t, present])
  const subscribe = useMemo(() => cacheOf(client), [client])
  // The dialog appears first: what it finds may be a thousand components.
  const isReady = useDeferredValue(true, false)
  const places = usePaced(subscribe, isReady ? look : lookNowhere, paceMs)

  const [recents] = useState(() => keptRecents(session))
  const offered = useSyncExternalStore(commands.subscribe, commands.offers)
  const findIn = useMemo(() => {
    const all = [...offered].flatMap(([part, list]) => list.map((command) => commandEntry(part, command)))
    const of = (group: Entry['group']) => all.filter((entry) => entry.group === group)
    const words = {
      list: (level: Level) => t(`lists.${level}`),
      allPorts: t('allPorts'),
      exposure: t('exposure'),
    }
    return ({ lists, components, ports }: Places): Found => {
      const pages = pageEntries(present, lists, words)
      const entries = [...of('view'), ...pages, ...of('page'), ...lists, ...of('general')]
      return { ...recentFirst(recents, { entries, ports }), components }
    }
  }, [recents, offered, present, t])
  const found = useMemo(() => findIn(places), [findIn, places])
  return { found, latest: () => findIn(look()), reader, isReady }
}

const nowhere: Places = { lists: [], components: [], ports: [] }
const lookNowhere = () => nowhere

let kept: { client: QueryClient; blocked: string; catalog: PlaceCatalog } | null = null

/** Returns the catalog of the last opening while the language is the same: what it holds of many ports isn't made again. */
function catalogOf(client: QueryClient, words: PlaceWords): PlaceCatalog {
  const { blocked } = words
  if (kept?.client !== client || kept.blocked !== blocked)
    kept = { client, blocked, catalog: createPlaceCatalog(client, words) }
  return kept.catalog
}

function cacheOf(client: QueryClient) {
  return (listener: () => void) => client.getQueryCache().subscribe(listener)
}

/** Returns the cluster in the address, or else the last one that was opened, unless that is of another team. */
function presentPlace(path: string, session: Session): LinkSegments {
  const here = parseLink(path) ?? {}
  const last = parseLink(rememberedScope(session)?.path ?? '')
  if (here.region !== undefined || !last) return here
  return here.team === undefined || here.team === last.team ? last : here
}
