import type { Protocol } from './port'

const byProtocol = {
  http: [
    80, 443, 3000, 3001, 4200, 5000, 5173, 5601, 7001, 8000, 8008, 8080, 8081, 8082, 8088, 8090, 8123, 8443,
    8500, 8848, 8888, 9000, 9090, 9200, 15672,
  ],
  mysql: [3306, 33060, 4000],
  udp: [53, 67, 68, 69, 123, 137, 161, 162, 500, 1194, 1812, 4500, 5060, 51820],
  grpc: [50051, 50052, 4317],
  tcp: [
    21, 22, 23, 25, 110, 143, 389, 445, 465, 587, 636, 873, 993, 995, 1433, 1521, 1883, 2181, 2379, 2380,
    3389, 4369, 5432, 5672, 5900, 6379, 6380, 8883, 9042, 9092, 9300, 11211, 26379, 27017, 27018, 61616,
  ],
} satisfies Record<Protocol, readonly number[]>

const protocolByPort: ReadonlyMap<number, Protocol> = new Map(
  (['http', 'mysql', 'udp', 'grpc', 'tcp'] as const).flatMap((protocol) =>
    byProtocol[protocol].map((port): [number, Protocol] => [port, protocol]),
  ),
)

/** The protocol that a port of this number usually speaks, of those that Rainbond knows; null where nothing is usual. */
export function proposedProtocol(port: number): Protocol | null {
  return protocolByPort.get(port) ?? null
}
