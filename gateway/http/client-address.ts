import type { IncomingMessage } from 'node:http'
import { type BlockList, isIP } from 'node:net'

/** Which entries of `X-Forwarded-For` are believed. */
export interface ProxyTrust {
  /** How many proxies are in front, each of which appends the address it saw. */
  readonly hops: number
  /** The addresses of the proxies in front; replaces `hops`. */
  readonly ranges?: BlockList | undefined
}

/** Returns the address of the other end of a connection in its one canonical form; empty if it is gone. */
export const peerAddress = ({
  remoteAddress = '',
}: {
  readonly remoteAddress?: string | undefined
}): string => plainAddress(remoteAddress) ?? ''

/**
 * Returns the client's address: without trusted proxies the one that connects, otherwise the one that the outermost
 * trusted proxy saw. Anybody can write the entries before it.
 */
export function clientAddress(incoming: IncomingMessage, { hops, ranges }: ProxyTrust): string {
  const direct = peerAddress(incoming.socket)
  if (ranges !== undefined) return firstOutside(ranges, direct, forwardedBy(incoming))
  if (hops === 0) return direct
  return plainAddress(forwardedBy(incoming).at(-hops) ?? '') ?? direct
}

/** Tells whether the connection comes from a trusted proxy. By `hops` alone, every connection does. */
export function isFromProxy(remoteAddress: string, { hops, ranges }: ProxyTrust): boolean {
  return ranges === undefined ? hops > 0 : isWithin(ranges, plainAddress(remoteAddress) ?? '')
}

/** Returns the entries of all lines in order. Node's own `headers` leaves out what exceeds its count. */
function forwardedBy({ rawHeaders }: IncomingMessage): string[] {
  return rawHeaders.flatMap((name, index) =>
    index % 2 === 0 && name.toLowerCase() === 'x-forwarded-for'
      ? (rawHeaders[index + 1] ?? '').split(',')
      : [],
  )
}

/** Walks from the connection towards the client and stops at the first address that no trusted proxy has. */
function firstOutside(ranges: BlockList, direct: string, forwarded: readonly string[]): string {
  let nearest = direct
  for (const entry of forwarded.toReversed()) {
    if (!isWithin(ranges, nearest)) break
    const address = plainAddress(entry)
    if (address === undefined) break
    nearest = address
  }
  return nearest
}

function isWithin(ranges: BlockList, address: string): boolean {
  const family = isIP(address)
  return family !== 0 && ranges.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

/**
 * Returns an address in its one canonical form, or undefined if the text is none. Understands `ip:port`, `[v6]`,
 * `[v6]:port`, zones, and IPv4 addresses inside IPv6 ones.
 */
function plainAddress(text: string): string | undefined {
  const trimmed = text.trim()
  const host = /^\[([^\]]*)\](?::\d+)?$/.exec(trimmed)?.[1] ?? trimmed.replace(/^([\d.]+):\d+$/, '$1')
  const address = host.replace(/%.*$/, '')
  const family = isIP(address)
  if (family !== 6) return family === 4 ? address : undefined
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [, high, low] = /^::ffff:([\da-f]+):([\da-f]+)$/.exec(canonical) ?? []
  if (high === undefined || low === undefined) return canonical
  return [high, low].flatMap((half) => [parseInt(half, 16) >> 8, parseInt(half, 16) & 255]).join('.')
}
