import type { Port } from '../../../api/contract/port'
import { visibleText } from '../../../lib/text/clean-text'
import { holds, noMatches, rank, type RankQuery } from '../../../lib/text/rank-matches'
import { landingSearch } from '../../port-grid/host/landing'
import type { ComponentEntry, PlaceEntry } from './entry'
import { remembering } from './remembering'

/** The ports of a component. There may be thousands in all, so entries are made only of those that are shown. */
export interface PortList {
  component: ComponentEntry
  ports: readonly Port[]
}

interface PortNode {
  component: ComponentEntry
  port: Port
  /** As it is searched. */
  name: string
  /** What finds it without its component. */
  own: string
}

function portNode(port: Port, component: ComponentEntry): PortNode {
  const { container_port: number, port_alias: alias, protocol } = port
  const name = `${component.search.name} ${String(number)}`
  return { component, port, name, own: `${String(number)} ${alias} ${protocol}`.toLowerCase() }
}

const portNodes = remembering(portNode)

/**
 * Returns the ports that all words find, in a list for each rank: by their number, alias and protocol, and by whatever
 * finds their component. Without typed text there are none: nobody looks for one of thousands without a word.
 */
export function portsByRank(lists: readonly PortList[], query: RankQuery): readonly PortNode[][] {
  const byRank = noMatches<PortNode>()
  if (query.text === '') return byRank
  for (const { component, ports } of lists) {
    const words = query.words.filter((word) => !holds(component.search, word))
    for (const node of portNodes(ports, component))
      if (words.every((word) => node.own.includes(word))) byRank[rank(node.name, query)]?.push(node)
  }
  return byRank
}

export function portEntry(port: Port, component: ComponentEntry): PlaceEntry {
  const { container_port: number, protocol, port_alias: alias } = port
  const { place, search } = component
  const { name, own } = portNode(port, component)
  const path = component.does.path + landingSearch(number)
  return {
    id: path,
    group: 'port',
    name: `${component.name} ${String(number)}`,
    place,
    note: visibleText(alias === '' ? protocol : `${protocol} · ${alias}`),
    blocked: null,
    search: { ...search, name, more: `${own} ${search.more}` },
    does: { path },
  }
}
