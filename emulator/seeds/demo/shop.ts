import { type AppSpec, component, grpc, http, mysql, tcp, type TeamSpec, udp } from '../specs'

const storefront: AppSpec = {
  name: '商城前台 Storefront',
  slug: 'storefront',
  region: 'shanghai',
  note: '面向顾客的网站和接口',
  components: [
    component(
      '商城网站 web',
      'web',
      'registry.cn-hangzhou.aliyuncs.com/shop/web:5.12.0',
      [
        http(80, 'both', {
          alias: 'WEB_HTTP',
          domains: [
            { name: 'www.shop.example.cn', certificate: 1 },
            { name: 'shop.example.com', path: '/cn' },
          ],
        }),
        http(8080, 'inner', { alias: 'WEB_ADMIN' }),
        http(9113, 'closed', { alias: 'WEB_METRICS' }),
      ],
      { internalDomain: 'web', operations: 18, probe: 80 },
    ),
    component(
      '移动网关 mobile-gateway',
      'mobile-gateway',
      'kong:3.6',
      [
        http(8000, 'both', { alias: 'KONG_PROXY', domains: [{ name: 'api.shop.example.cn', path: '/v2' }] }),
        http(8001, 'inner', { alias: 'KONG_ADMIN' }),
        grpc(9080, 'inner'),
      ],
      { operations: 6 },
    ),
    component('购物车 cart', 'cart', 'registry.cn-hangzhou.aliyuncs.com/shop/cart:2.3.1', [
      http(8080, 'inner'),
      grpc(9090, 'inner'),
    ]),
    component('商品目录 catalog', 'catalog', 'registry.cn-hangzhou.aliyuncs.com/shop/catalog:4.0.2', [
      http(8080, 'inner'),
      grpc(9090, 'inner'),
      http(8081, 'closed', { wasOuter: true }),
    ]),
    component('搜索 search', 'search', 'elasticsearch:8.12.2', [http(9200, 'inner'), tcp(9300, 'closed')]),
    component(
      '订单 orders',
      'orders',
      'registry.cn-hangzhou.aliyuncs.com/shop/orders:7.1.0',
      [
        http(8080, 'both', { alias: 'ORDERS_HTTP' }),
        grpc(9090, 'inner', { alias: 'ORDERS_GRPC' }),
        http(8081, 'closed'),
        tcp(5005, 'closed', { alias: 'ORDERS_DEBUG' }),
      ],
      { operations: 9, probe: 8081 },
    ),
    component(
      '订单库 orders-db',
      'orders-db',
      'mysql:8.0.36',
      [mysql(3306, 'both', { alias: 'ORDERS_DB' }), tcp(33060, 'closed')],
      {
        internalDomain: 'orders-db',
        operations: 4,
        note: '仅为迁移打开对外服务 / external access for the migration only',
      },
    ),
    component('会话缓存 session-cache', 'session-cache', 'redis:7.2', [
      tcp(6379, 'inner', { alias: 'REDIS' }),
      tcp(16379, 'closed'),
    ]),
    component('图片服务 images', 'images', 'minio/minio:RELEASE.2024-03-15', [
      http(9000, 'both', { domains: [{ name: 'img.shop.example.cn', certificate: 2 }] }),
      http(9001, 'inner', { wasOuter: true }),
    ]),
  ],
}

const backOffice: AppSpec = {
  name: '运营后台 Back office',
  slug: 'back-office',
  region: 'shanghai',
  components: [
    component('运营控制台 console', 'console', 'registry.cn-hangzhou.aliyuncs.com/shop/console:3.8.4', [
      http(80, 'both', { domains: [{ name: 'ops.shop.example.cn', certificate: 1 }] }),
      http(8080, 'closed'),
    ]),
    component('内容管理 cms', 'cms', 'strapi/strapi:4.20', [http(1337, 'both'), http(1338, 'closed')]),
    component('优惠券 coupons', 'coupons', 'registry.cn-hangzhou.aliyuncs.com/shop/coupons:1.9.0', [
      http(8080, 'inner'),
      grpc(9090, 'inner'),
    ]),
    component(
      '定时任务 scheduler',
      'scheduler',
      'registry.cn-hangzhou.aliyuncs.com/shop/scheduler:1.2.0',
      [],
      {
        note: '没有端口 / no ports',
      },
    ),
    component('旧版统计 old-stats', 'old-stats', 'php:5.6-apache', [
      http(80, 'outer alone'),
      tcp(9000, 'outer alone'),
      http(8088, 'closed'),
    ]),
  ],
}

const logistics: AppSpec = {
  name: '物流 Logistics',
  slug: 'logistics',
  region: 'shanghai',
  components: [
    component('仓储系统 wms', 'wms', 'third_party', [http(8080, 'inner'), tcp(1521, 'closed')], {
      endpoints: ['10.20.0.31:8080', '10.20.0.32:8080'],
    }),
    component('运单跟踪 tracking', 'tracking', 'registry.cn-hangzhou.aliyuncs.com/shop/tracking:2.0.0', [
      http(8080, 'both'),
      tcp(1883, 'both', { alias: 'MQTT' }),
      udp(5683, 'inner', { alias: 'COAP' }),
    ]),
    component(
      '面单打印 label-printer',
      'label-printer',
      'registry.cn-hangzhou.aliyuncs.com/shop/labels:0.9.3',
      [tcp(631, 'inner'), udp(5353, 'closed')],
    ),
    component(
      '新路由引擎 route-engine',
      'route-engine',
      'registry.cn-hangzhou.aliyuncs.com/shop/routes:0.1.0',
      [http(8080, 'inner'), http(8081, 'closed')],
      { unfinished: true },
    ),
  ],
}

const staging: AppSpec = {
  name: '商城预发 Storefront staging',
  slug: 'storefront-staging',
  region: 'beijing',
  components: [
    component('商城网站 web', 'web', 'registry.cn-hangzhou.aliyuncs.com/shop/web:5.13.0-rc2', [
      http(80, 'both'),
      http(8080, 'both'),
      http(9113, 'inner'),
    ]),
    component('订单 orders', 'orders', 'registry.cn-hangzhou.aliyuncs.com/shop/orders:7.2.0-rc1', [
      http(8080, 'inner'),
      grpc(9090, 'inner'),
      tcp(5005, 'both', { alias: 'ORDERS_DEBUG' }),
    ]),
    component('订单库 orders-db', 'orders-db', 'mysql:8.0.36', [mysql(3306, 'inner')]),
  ],
}

/** An online shop in two clusters, also initialized in the one in maintenance. */
export const shop: TeamSpec = {
  name: 'shop',
  alias: '商城 Online shop',
  creator: 'chenwei',
  members: [1, 2, 3],
  regions: ['shanghai', 'beijing', 'guangzhou'],
  apps: [storefront, backOffice, logistics, staging],
}
