/** What a person exposes who opens such a port to the outside. */
export type RiskKind =
  | 'database'
  | 'cache'
  | 'search'
  | 'queue'
  | 'remote-login'
  | 'file-sharing'
  | 'cluster-control'
  | 'admin'
  | 'reflection'

/** A service that is meant for the inside; `name` is its own name, the same in every language. */
export interface Risk {
  kind: RiskKind
  name: string
}

const tcp: ReadonlyMap<number, Risk> = new Map(
  Object.entries({
    21: { kind: 'file-sharing', name: 'FTP' },
    22: { kind: 'remote-login', name: 'SSH' },
    23: { kind: 'remote-login', name: 'Telnet' },
    111: { kind: 'file-sharing', name: 'rpcbind' },
    139: { kind: 'file-sharing', name: 'NetBIOS' },
    389: { kind: 'admin', name: 'LDAP' },
    445: { kind: 'file-sharing', name: 'SMB' },
    512: { kind: 'remote-login', name: 'rexec' },
    513: { kind: 'remote-login', name: 'rlogin' },
    514: { kind: 'remote-login', name: 'rsh' },
    873: { kind: 'file-sharing', name: 'rsync' },
    1099: { kind: 'admin', name: 'Java RMI' },
    1433: { kind: 'database', name: 'SQL Server' },
    1521: { kind: 'database', name: 'Oracle' },
    2049: { kind: 'file-sharing', name: 'NFS' },
    2181: { kind: 'cluster-control', name: 'ZooKeeper' },
    2375: { kind: 'cluster-control', name: 'Docker' },
    2376: { kind: 'cluster-control', name: 'Docker (TLS)' },
    2379: { kind: 'cluster-control', name: 'etcd' },
    2380: { kind: 'cluster-control', name: 'etcd' },
    3306: { kind: 'database', name: 'MySQL' },
    3389: { kind: 'remote-login', name: 'RDP' },
    4369: { kind: 'queue', name: 'RabbitMQ (epmd)' },
    5005: { kind: 'admin', name: 'Java debugger' },
    5432: { kind: 'database', name: 'PostgreSQL' },
    5601: { kind: 'search', name: 'Kibana' },
    5672: { kind: 'queue', name: 'AMQP' },
    5900: { kind: 'remote-login', name: 'VNC' },
    5984: { kind: 'database', name: 'CouchDB' },
    6379: { kind: 'cache', name: 'Redis' },
    6380: { kind: 'cache', name: 'Redis' },
    6443: { kind: 'cluster-control', name: 'Kubernetes API' },
    7000: { kind: 'database', name: 'Cassandra' },
    7001: { kind: 'admin', name: 'WebLogic' },
    8086: { kind: 'database', name: 'InfluxDB' },
    8123: { kind: 'database', name: 'ClickHouse' },
    8500: { kind: 'cluster-control', name: 'Consul' },
    8848: { kind: 'cluster-control', name: 'Nacos' },
    9042: { kind: 'database', name: 'Cassandra' },
    9092: { kind: 'queue', name: 'Kafka' },
    9200: { kind: 'search', name: 'Elasticsearch' },
    9300: { kind: 'search', name: 'Elasticsearch' },
    10250: { kind: 'cluster-control', name: 'kubelet' },
    10255: { kind: 'cluster-control', name: 'kubelet' },
    11211: { kind: 'cache', name: 'Memcached' },
    15672: { kind: 'queue', name: 'RabbitMQ' },
    26379: { kind: 'cache', name: 'Redis Sentinel' },
    27017: { kind: 'database', name: 'MongoDB' },
    27018: { kind: 'database', name: 'MongoDB' },
    50000: { kind: 'database', name: 'Db2' },
  } satisfies Record<number, Risk>).map(([port, risk]) => [Number(port), risk]),
)

/** Over UDP other things answer; some of them are turned against third parties, one small question a large answer. */
const udp: ReadonlyMap<number, Risk> = new Map(
  Object.entries({
    69: { kind: 'file-sharing', name: 'TFTP' },
    111: { kind: 'reflection', name: 'rpcbind' },
    123: { kind: 'reflection', name: 'NTP' },
    137: { kind: 'file-sharing', name: 'NetBIOS' },
    161: { kind: 'reflection', name: 'SNMP' },
    389: { kind: 'reflection', name: 'LDAP' },
    623: { kind: 'admin', name: 'IPMI' },
    1900: { kind: 'reflection', name: 'SSDP' },
    2049: { kind: 'file-sharing', name: 'NFS' },
    11211: { kind: 'reflection', name: 'Memcached' },
  } satisfies Record<number, Risk>).map(([port, risk]) => [Number(port), risk]),
)

/**
 * Takes a container port and its protocol; gives what opening it to the outside would expose, or null. A number is a
 * hint, not a proof: a web server on 6379 is asked about too, and a database on 8080 is not, unless its protocol says
 * MySQL.
 */
export function exposureRisk(port: number, protocol: string): Risk | null {
  if (protocol === 'udp') return udp.get(port) ?? null
  const known = tcp.get(port)
  if (known !== undefined) return known
  return protocol === 'mysql' ? { kind: 'database', name: 'MySQL' } : null
}
