import { appName, componentName } from '../../../api/names'
import { plainText } from '../../../lib/text/clean-text'
import type { ExposedAddress } from './exposure'

/** Which of the addresses are shown. */
export interface Choice {
  /** An `ID`. */
  app: number | null
  protocol: string | null
  /** Only those that expose what is meant for the inside. */
  isRisky: boolean
  /** All of these words have to occur. */
  text: string
}

/** How many addresses of one app have one protocol, and how many of those have a risk. */
export interface Cell {
  count: number
  risky: number
}

/** Addresses counted by app and protocol. */
export interface Picture {
  /** Most used first. */
  protocols: readonly { protocol: string; total: Cell }[]
  /** Those with a risk first, then by their number of addresses. */
  apps: readonly { id: number; name: string; total: Cell; byProtocol: ReadonlyMap<string, Cell> }[]
}

/** Returns what is chosen of the addresses, in their order. */
export function chosenAddresses(
  addresses: readonly ExposedAddress[],
  choice: Choice,
): readonly ExposedAddress[] {
  const words = plainText(choice.text).toLowerCase().split(/\s+/).filter(Boolean)
  return addresses.filter(
    (address) =>
      (choice.app === null || address.app.ID === choice.app) &&
      (choice.protocol === null || address.protocol === choice.protocol) &&
      (!choice.isRisky || address.risk !== null) &&
      (words.length === 0 || words.every((word) => searchText(address).includes(word))),
  )
}

const texts = new WeakMap<ExposedAddress, string>()

function searchText(address: ExposedAddress): string {
  const known = texts.get(address)
  if (known !== undefined) return known
  const { publicAddress, protocol, port, app, target, risk } = address
  const component = target && [componentName(target.component), target.component.service_alias]
  const text = [publicAddress, protocol, port, appName(app), ...(component ?? []), risk?.name ?? '']
    .join('\n')
    .toLowerCase()
  texts.set(address, text)
  return text
}

/** Counts addresses by app and protocol. */
export function pictureOf(addresses: readonly ExposedAddress[]): Picture {
  const protocols = new Map<string, Cell>()
  const apps = new Map<number, { id: number; name: string; total: Cell; byProtocol: Map<string, Cell> }>()
  for (const { app, protocol, risk } of addresses) {
    const row = apps.get(app.ID) ?? {
      id: app.ID,
      name: appName(app),
      total: none(),
      byProtocol: new Map<string, Cell>(),
    }
    apps.set(app.ID, row)
    for (const cell of [row.total, cellOf(row.byProtocol, protocol), cellOf(protocols, protocol)]) {
      cell.count += 1
      if (risk) cell.risky += 1
    }
  }
  return {
    protocols: [...protocols]
      .map(([protocol, total]) => ({ protocol, total }))
      .sort((a, b) => b.total.count - a.total.count || a.protocol.localeCompare(b.protocol)),
    apps: [...apps.values()].sort((a, b) => b.total.risky - a.total.risky || b.total.count - a.total.count),
  }
}

const none = (): Cell => ({ count: 0, risky: 0 })

function cellOf(cells: Map<string, Cell>, protocol: string): Cell {
  const cell = cells.get(protocol) ?? none()
  cells.set(protocol, cell)
  return cell
}
