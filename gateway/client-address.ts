import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/**
 * Gives the address of whoever asked. With `hops` proxies in front, which each append the address that they saw to
 * `X-Forwarded-For`, it is the one that the outermost of them saw; what stands before it anybody may have written.
 */
export function clientAddress(incoming: IncomingMessage, hops: number): string {
  const direct = plain(incoming.socket.remoteAddress ?? '')
  if (hops === 0) return direct
  const forwarded = [incoming.headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
  const claimed = plain((forwarded.at(-hops) ?? '').trim())
  return isIP(claimed) === 0 ? direct : claimed
}

/** An IPv4 address that came over an IPv6 socket, as IPv4. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '')
