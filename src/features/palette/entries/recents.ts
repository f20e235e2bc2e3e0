import * as z from 'zod/mini'
import type { Session } from '../../../api/contract/session'
import { asJson, type StoredValue, storedValue } from '../../../lib/stored-value'
import { searchText } from '../../../lib/text/rank-matches'
import { parseLink } from '../../scope/link/link'
import { type Entry, isPlace } from './entry'
import type { Findable } from './found-groups'
import { portEntry } from './port-list'

const mostKept = 6

const recentsSchema = z.array(
  z.object({
    // Of this app: anything can write into a browser's storage.
    path: z.string().check(z.refine((path) => parseLink(path.split('?')[0] ?? '') !== null)),
    name: z.string(),
    place: z.string(),
  }),
)
type Recents = z.infer<typeof recentsSchema>

const format = asJson((json) => recentsSchema.safeParse(json).data ?? null)

/** Where a person last went on a console; null when nobody is signed in. The embedded emulator is a console of its own. */
function storedRecents({ user, console }: Session): StoredValue<Recents> | null {
  return user && storedValue(`portdeck.recent:${console ?? 'demo'}:${user.user_id}`, format)
}

/** Returns where this person last went by the palette, newest first. */
export function keptRecents(session: Session): readonly Entry[] {
  const kept = storedRecents(session)?.read() ?? []
  return kept.map(({ path, name, place }) => ({
    id: path,
    group: 'recent',
    name,
    place,
    note: '',
    blocked: null,
    search: searchText(name, [place]),
    does: { path },
  }))
}

/** Keeps where a person goes; nothing where an entry leads to no place. */
export function keepRecent(session: Session, { group, name, place, does }: Entry): void {
  if (!('path' in does) || !(group === 'recent' || isPlace(group))) return
  const { path } = does
  const stored = storedRecents(session)
  const others = (stored?.read() ?? []).filter((recent) => recent.path !== path)
  stored?.write([{ path, name, place }, ...others].slice(0, mostKept))
}

/** Returns all that can be found, the recent ones first and in no other group: as they are now, where that is known. */
export function recentFirst(recents: readonly Entry[], { entries, ports }: Findable): Findable {
  const known = new Map<string, Entry | null>(recents.map(({ id }) => [id, null]))
  const isOther = (entry: Entry) => {
    if (!known.has(entry.id)) return true
    known.set(entry.id, entry)
    return false
  }
  const others = entries.filter(isOther)
  const pages = new Set(recents.map(({ id }) => id.split('?')[0]))
  const otherPorts = ports.map((list) => {
    const { component } = list
    if (!pages.has(component.id)) return list
    return { component, ports: list.ports.filter((port) => isOther(portEntry(port, component))) }
  })
  const first = recents.map((recent) => ({ ...(known.get(recent.id) ?? recent), group: 'recent' as const }))
  return { entries: [...first, ...others], ports: otherPorts }
}
