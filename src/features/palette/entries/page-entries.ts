import { visibleText } from '../../../lib/text/clean-text'
import { allPortsPath, exposurePath, linkPath, type LinkSegments, segmentsAbove } from '../../scope/link/link'
import { type Level, levels } from '../../scope/link/paths'
import { searchText } from '../../../lib/text/rank-matches'
import type { Entry, PlaceEntry } from './entry'

export interface PageWords {
  /** Names the list of a level. */
  list: (level: Level) => string
  allPorts: string
  exposure: string
}

/**
 * Returns the pages on the way to a place: those of all ports of its app and of its cluster, that of what is open
 * at the cluster's gateway, and the list of each level, as far as the link leads. `places` tell their names.
 */
export function pageEntries(
  segments: LinkSegments,
  places: readonly PlaceEntry[],
  words: PageWords,
): readonly Entry[] {
  const names = new Map(places.map(({ id, name }) => [id, name]))

  function page(name: string, path: string, above: LinkSegments): Entry {
    const place = levels
      .flatMap((level) => {
        const segment = above[level]
        if (segment === undefined) return []
        const own = linkPath({ ...segmentsAbove(above, level), [level]: segment })
        return names.get(own) ?? visibleText(segment)
      })
      .join(' › ')
    const search = searchText(name, [place])
    return { id: `page ${path}`, group: 'page', name, place, note: '', blocked: null, search, does: { path } }
  }

  const reached = levels.filter((_, depth) => depth <= Object.keys(segments).length)
  const ports = (['component', 'app'] as const).flatMap((level) => {
    const above = segmentsAbove(segments, level)
    const path = reached.includes(level) ? allPortsPath(above) : null
    return path === null ? [] : page(words.allPorts, path, above)
  })
  const cluster = segmentsAbove(segments, 'app')
  const exposed = exposurePath(cluster)
  const exposure = exposed === null ? [] : [page(words.exposure, exposed, cluster)]
  const lists = reached.map((level) => {
    const above = segmentsAbove(segments, level)
    return page(words.list(level), linkPath(above), above)
  })
  return [...ports, ...exposure, ...lists]
}
