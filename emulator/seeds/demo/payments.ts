import { type AppSpec, component, grpc, http, mysql, tcp, type TeamSpec } from '../specs'

const core: AppSpec = {
  name: '支付核心 Payment core',
  slug: 'payment-core',
  region: 'shanghai',
  note: '使用内置 ServiceMesh 模式 / uses the built-in service mesh',
  mesh: true,
  components: [
    component(
      '支付网关 pay-gateway',
      'pay-gateway',
      'registry.pay.example.cn/core/gateway:6.4.0',
      [
        http(8443, 'both', {
          alias: 'PAY_GATEWAY',
          domains: [{ name: 'pay.example.cn', certificate: 3, path: '/gateway' }],
        }),
        grpc(9443, 'inner'),
      ],
      { internalDomain: 'pay-gateway', operations: 12 },
    ),
    component('账务 ledger', 'ledger', 'registry.pay.example.cn/core/ledger:6.4.0', [
      grpc(9090, 'inner', { alias: 'LEDGER' }),
      http(8080, 'closed'),
    ]),
    component('风控 risk', 'risk', 'registry.pay.example.cn/core/risk:3.1.7', [
      grpc(9090, 'inner'),
      http(8080, 'inner'),
    ]),
    component(
      '账务库 ledger-db',
      'ledger-db',
      'postgres:16.2',
      [tcp(5432, 'inner', { alias: 'LEDGER_DB' }), tcp(9187, 'closed')],
      { internalDomain: 'ledger-db' },
    ),
    component('消息队列 queue', 'queue', 'rabbitmq:3.13-management', [
      tcp(5672, 'inner', { alias: 'AMQP' }),
      http(15672, 'inner', { wasOuter: true }),
      tcp(25672, 'closed'),
    ]),
  ],
}

const reconciliation: AppSpec = {
  name: '对账 Reconciliation',
  slug: 'reconciliation',
  region: 'shanghai',
  components: [
    component('对账批处理 batch', 'batch', 'registry.pay.example.cn/recon/batch:1.14.2', [
      http(8080, 'closed'),
    ]),
    component('对账文件 sftp', 'sftp', 'atmoz/sftp:alpine', [tcp(22, 'both', { alias: 'SFTP' })]),
    component(
      '双写库 twin-db',
      'twin-db',
      'mariadb:11.3',
      // Two ports with one alias, as old data may have: neither can get the same alias again.
      [mysql(3306, 'inner', { alias: 'TWIN' }), mysql(3307, 'inner', { alias: 'TWIN' })],
    ),
  ],
}

const bankLinks: AppSpec = {
  name: '银行接入 Bank links',
  slug: 'bank-links',
  region: 'shanghai',
  components: [
    component('工行专线 icbc-line', 'icbc-line', 'third_party', [tcp(9001, 'inner'), tcp(9002, 'closed')], {
      endpoints: ['172.16.8.10:9001'],
    }),
    component('清算接口 clearing', 'clearing', 'third_party', [http(443, 'inner')], {
      endpoints: ['clearing.bank.example.com:443'],
    }),
    component(
      '新渠道 new-channel',
      'new-channel',
      'registry.pay.example.cn/bank/channel:0.0.1',
      [tcp(7000, 'closed')],
      { unfinished: true },
    ),
  ],
}

/** A payments team whose core app is in the service mesh. */
export const payments: TeamSpec = {
  name: 'payments',
  alias: '支付 Payments',
  creator: 'lina',
  members: [1, 3],
  regions: ['shanghai', 'beijing'],
  apps: [core, reconciliation, bankLinks],
}
