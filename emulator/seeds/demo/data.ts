import { type AppSpec, component, grpc, http, tcp, type TeamSpec, udp } from '../specs'
import { faultGallery } from './faults'

/** The ports of one gateway, one for each plant. */
const plantChannels = Array.from({ length: 42 }, (_, index) =>
  tcp(20_001 + index, index % 3 === 2 ? 'closed' : 'inner', {
    alias: `PLANT_${String(index + 1).padStart(2, '0')}`,
  }),
)

const warehouse: AppSpec = {
  name: '实时数仓 Streaming warehouse',
  slug: 'warehouse',
  region: 'shanghai',
  components: [
    component(
      '消息总线 kafka',
      'kafka',
      'bitnami/kafka:3.7',
      [
        tcp(9092, 'inner', { alias: 'KAFKA' }),
        tcp(9094, 'both', { alias: 'KAFKA_EXTERNAL' }),
        tcp(9999, 'closed', { alias: 'KAFKA_JMX' }),
      ],
      { internalDomain: 'kafka', operations: 5 },
    ),
    component('流计算 flink', 'flink', 'flink:1.18', [
      http(8081, 'inner'),
      tcp(6123, 'inner'),
      tcp(6124, 'closed'),
    ]),
    component('分析库 clickhouse', 'clickhouse', 'clickhouse/clickhouse-server:24.2', [
      http(8123, 'inner'),
      tcp(9000, 'inner'),
      tcp(9004, 'closed'),
      tcp(9009, 'closed'),
    ]),
    component('缓存 hot-keys', 'hot-keys', 'redis:7.2', [tcp(6379, 'both', { alias: 'HOT_KEYS' })], {
      note: '6379 已打开对外服务 / external access on 6379',
    }),
    component(
      '工厂采集网关 plant-gateway',
      'plant-gateway',
      'registry.data.example.cn/plant-gateway:2.7.0',
      [http(8080, 'both', { alias: 'PLANT_UI' }), ...plantChannels],
      { operations: 3 },
    ),
  ],
}

const reports: AppSpec = {
  name: '报表 Reports',
  slug: 'reports',
  region: 'shanghai',
  components: [
    component('自助报表 superset', 'superset', 'apache/superset:3.1.1', [
      http(8088, 'both', { domains: [{ name: 'bi.data.example.cn', certificate: 4 }] }),
    ]),
    component('元数据库 meta-db', 'meta-db', 'postgres:16.2', [tcp(5432, 'inner')]),
    component(
      '导出 exporter',
      'exporter',
      'registry.data.example.cn/exporter:1.0.8',
      [
        http(8080, 'closed', { wasOuter: true, domains: [{ name: 'export.data.example.cn' }] }),
        grpc(9090, 'closed'),
      ],
      { status: 'closed' },
    ),
  ],
}

const observability: AppSpec = {
  name: '监控 Observability',
  slug: 'observability',
  region: 'beijing',
  components: [
    component('指标 prometheus', 'prometheus', 'prom/prometheus:v2.50.1', [http(9090, 'inner')]),
    component('看板 grafana', 'grafana', 'grafana/grafana:10.3.4', [
      http(3000, 'both', { domains: [{ name: 'grafana.data.example.cn', certificate: 4, path: '/d' }] }),
    ]),
    component('日志 loki', 'loki', 'grafana/loki:2.9.5', [http(3100, 'inner'), grpc(9095, 'inner')]),
    component(
      '系统日志 syslog',
      'syslog',
      'balabit/syslog-ng:4.6.0',
      [udp(514, 'both', { alias: 'SYSLOG' }), tcp(601, 'inner')],
      { status: 'abnormal' },
    ),
  ],
}

const empty: AppSpec = {
  name: '试验场 Sandbox',
  slug: 'sandbox',
  region: 'beijing',
  note: '还没有组件 / no components yet',
  components: [],
}

/** A data platform with the gallery of faults. */
export const data: TeamSpec = {
  name: 'data',
  alias: '数据平台 Data platform',
  creator: 'admin',
  members: [1, 2],
  regions: ['shanghai', 'beijing', 'guangzhou'],
  apps: [warehouse, reports, observability, empty, faultGallery],
}
