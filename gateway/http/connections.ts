import type { Server } from 'node:http'
import type { DropArgument, Socket } from 'node:net'
import { peerAddress } from './client-address'

/** Why a connection was refused or ended: too many in all, too many of one network, or too slow a client. */
export type ConnectionEnd = 'full' | 'share' | 'slow'

export interface ConnectionLimits {
  /** The most connections in all. */
  readonly connections: number
  /** The most connections of one network. */
  readonly connectionsOfOne: number
  /** Milliseconds from an answer to the complete head of the next request. */
  readonly quietMs: number
}

export interface ConnectionWatch {
  /** Returns the networks under which a connection is counted; none for a proxy that carries many clients. */
  readonly networksOf: (remoteAddress: string) => readonly string[]
  /** Told of each connection that is refused or ended. */
  readonly ended: (why: ConnectionEnd, remoteAddress: string) => void
}

/**
 * Bounds the connections of a server, in all and per network.
 * @returns a function that is told when an exchange on a socket begins, and returns one to tell of its end
 */
export function limitConnections(
  server: Server,
  { connections, connectionsOfOne, quietMs }: ConnectionLimits,
  { networksOf, ended }: ConnectionWatch,
): (socket: Socket) => () => void {
  const open = new Map<string, number>()
  const busy = new WeakMap<Socket, number>()
  const quiet = new WeakMap<Socket, NodeJS.Timeout>()
  server.maxConnections = connections
  server.on('drop', (dropped?: DropArgument) => ended('full', peerAddress(dropped ?? {})))

  server.on('connection', (socket: Socket) => {
    const address = peerAddress(socket)
    const networks = networksOf(address)
    if (networks.some((network) => (open.get(network) ?? 0) >= connectionsOfOne)) {
      ended('share', address)
      socket.destroy()
      return
    }
    for (const network of networks) open.set(network, (open.get(network) ?? 0) + 1)
    socket.once('close', () => {
      clearTimeout(quiet.get(socket))
      for (const network of networks) {
        const left = (open.get(network) ?? 0) - 1
        if (left > 0) open.set(network, left)
        else open.delete(network)
      }
    })
  })

  return (socket) => {
    clearTimeout(quiet.get(socket))
    busy.set(socket, (busy.get(socket) ?? 0) + 1)
    return () => {
      const left = (busy.get(socket) ?? 1) - 1
      busy.set(socket, left)
      if (left > 0 || socket.destroyed) return
      // Node's own timeouts start over with every byte, or not before the first line: blank lines keep a connection open.
      const end = () => {
        ended('slow', peerAddress(socket))
        socket.destroy()
      }
      quiet.set(socket, setTimeout(end, quietMs).unref())
    }
  }
}
