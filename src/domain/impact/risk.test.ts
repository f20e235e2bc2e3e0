import { describe, expect, test } from 'vitest'
import { proposedProtocol } from '../model/well-known-ports'
import { componentHints, exposureRisk } from './risk'

const web = componentHints({ service_cname: 'web', image: 'registry.test/shop:1.0' })

/** What is risky about a port, by number and protocol, or by its alias too. */
function risk(port: number, protocol: string, alias = 'WEB', component = web) {
  return exposureRisk({ port, protocol, alias, component })
}

test.each([22, 2375, 2379, 3306, 5432, 6379, 6443, 9200, 10250, 11211, 27017])('port %i is risky', (port) => {
  expect(risk(port, 'tcp')).not.toBeNull()
  expect(risk(port, 'http')).toEqual(risk(port, 'tcp'))
})

test.each([80, 443, 3000, 5000, 8000, 8001, 8002, 8080, 8088, 8090, 8443])(
  'port %i, which any web server may have, is not',
  (port) => {
    expect(risk(port, 'http')).toBeNull()
    expect(risk(port, 'tcp')).toBeNull()
  },
)

test.each([
  [2881, 'OceanBase'],
  [6030, 'TDengine'],
  [6041, 'TDengine'],
  [7474, 'Neo4j'],
  [7687, 'Neo4j'],
  [9000, 'MinIO'],
  [9001, 'MinIO Console'],
  [19530, 'Milvus'],
  [8091, 'Couchbase'],
  [7077, 'Spark'],
  [8081, 'Flink'],
  [9876, 'RocketMQ'],
  [10911, 'RocketMQ'],
  [61616, 'ActiveMQ'],
  [8161, 'ActiveMQ'],
  [5236, 'Dameng'],
  [54321, 'KingbaseES'],
  [9030, 'Apache Doris'],
  [8030, 'Apache Doris'],
  [8888, 'Jupyter'],
  [9229, 'Node.js debugger'],
  [5005, 'Java debugger'],
  [8200, 'Vault'],
  [8500, 'Consul'],
  [18083, 'EMQX Dashboard'],
  [2222, 'SSH'],
  [9092, 'Kafka'],
  [6650, 'Pulsar'],
  [2181, 'ZooKeeper'],
  [4222, 'NATS'],
  [2379, 'etcd'],
  [8848, 'Nacos'],
  [9999, 'XXL-JOB'],
  [5601, 'Kibana'],
  [9090, 'Prometheus'],
  [9093, 'Alertmanager'],
  [9100, 'Prometheus exporter'],
  [3100, 'Loki'],
])('port %i is asked about as %s', (port, name) => {
  expect(risk(port, 'tcp')?.name).toBe(name)
})

test('the protocol counts: MySQL on any port, and over UDP other things', () => {
  expect(risk(13306, 'mysql')).toEqual({ kind: 'database', name: 'MySQL' })
  expect(risk(22, 'udp')).toBeNull()
  expect(risk(11211, 'udp')).toEqual({ kind: 'reflection', name: 'Memcached' })
  expect(risk(9000, 'udp', 'DEBUG')).toEqual({ kind: 'surface', name: 'DEBUG' })
})

test('a page is never meant by a gRPC port', () => {
  expect(risk(9090, 'http')?.name).toBe('Prometheus')
  expect(risk(9090, 'grpc')).toBeNull()
})

describe('words in the alias', () => {
  test.each([
    ['WEB_ADMIN', 'ADMIN'],
    ['ADMIN8080', 'ADMIN'],
    ['CONSOLE', 'CONSOLE'],
    ['SHOP_DASHBOARD_2', 'DASHBOARD'],
    ['WEB_METRICS', 'METRICS'],
    ['DEBUG', 'DEBUG'],
    ['ACTUATOR', 'ACTUATOR'],
    ['GO_PPROF', 'PPROF'],
    ['ADMINISTRATION', 'ADMINISTRATION'],
  ])('%s says that it is no page for visitors', (alias, word) => {
    expect(risk(8080, 'http', alias)).toEqual({ kind: 'surface', name: word })
  })

  test.each(['WEB', 'CONSOLEX', 'BADMINTON', 'SHOPADMIN', 'DEBUGGED', 'GR1A2B8080'])(
    '%s does not',
    (alias) => {
      expect(risk(8080, 'http', alias)).toBeNull()
    },
  )

  test('a product is told by its name, where it speaks what the product speaks', () => {
    expect(risk(16000, 'tcp', 'CACHE_REDIS')?.name).toBe('Redis')
    expect(risk(8080, 'http', 'KAFKA_UI')).toBeNull()
    expect(risk(3000, 'http', 'GRAFANA')?.name).toBe('Grafana')
    expect(risk(8443, 'http', 'XXL_JOB')?.name).toBe('XXL-JOB')
  })

  test('Kong’s own port is asked about, the one for visitors is not', () => {
    expect(risk(8001, 'http', 'KONG_ADMIN')?.name).toBe('Kong Admin API')
    expect(risk(8000, 'http', 'KONG')).toBeNull()
  })
})

describe('words of the component', () => {
  test('its names count, in both cases and in Chinese', () => {
    expect(risk(8080, 'http', 'WEB', componentHints({ service_cname: 'webConsole' }))?.name).toBe('CONSOLE')
    expect(risk(8080, 'http', 'WEB', componentHints({ service_cname: '支付控制台' }))?.name).toBe('控制台')
    const called = componentHints({ service_cname: 'shop', k8s_component_name: 'shop-admin' })
    expect(risk(8080, 'http', 'WEB', called)?.name).toBe('ADMIN')
  })

  test('its image counts, without the registry and the version', () => {
    const running = (image: string) =>
      risk(13000, 'tcp', 'WEB', componentHints({ service_cname: 'x', image }))
    expect(running('docker.io/bitnami/redis:7.2')?.name).toBe('Redis')
    expect(running('neo4j@sha256:0123')?.name).toBe('Neo4j')
    expect(running('redis.acme.test:5000/shop/web:redis')).toBeNull()
  })

  test('nothing said is no hint', () => {
    expect(exposureRisk({ port: 8080, protocol: 'http', alias: '' })).toBeNull()
  })
})

test.each([
  [80, 'http'],
  [8080, 'http'],
  [3306, 'mysql'],
  [5432, 'tcp'],
  [53, 'udp'],
  [50051, 'grpc'],
  [12345, null],
])('port %i is proposed %s', (port, protocol) => {
  expect(proposedProtocol(port)).toBe(protocol)
})
