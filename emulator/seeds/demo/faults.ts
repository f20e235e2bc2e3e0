import { type FaultName, faultNames } from '../../faults/definitions'
import { type AppSpec, component, http, tcp } from '../specs'

/** The Chinese title of each fault. The English one is the fault's own name. */
const titles = {
  timeout: '响应超时',
  'connection-reset': '连接中断',
  'lost-answer': '响应丢失',
  'cut-json': '响应截断',
  'wrong-shape': '响应格式异常',
  'no-effect': '响应成功却未生效',
  html: '返回网页',
  crash: '控制台崩溃',
  'duplicate-permission': '权限记录重复',
  unauthenticated: '令牌失效',
  licence: '授权过期',
  'missing-route': '缺少接口',
  slow: '响应缓慢',
  'cluster-too-frequent': '操作过于频繁',
  'cluster-error': '集群出错',
  'cluster-html': '集群返回网页',
  'cluster-timeout': '集群超时',
  'cluster-no-answer': '集群没有响应',
  'cluster-empty-body': '集群空响应',
  'cluster-own-code': '集群自身错误码',
  'cluster-conflict': '集群拒绝',
  'cluster-not-found': '集群资源不存在',
  'cluster-unreachable': '集群无法访问',
  'cluster-out-of-memory': '集群资源不足',
  'cluster-route-binding': '网关策略失败',
} satisfies Record<FaultName, string>

const show = (fault: FaultName) =>
  component(
    `${titles[fault]} ${fault}`,
    fault,
    'nginx:1.25',
    // The second one was never open outside, so that opening it creates a route.
    [http(80, 'both'), http(8080, 'inner'), tcp(9000, 'closed')],
    { fault, note: `这个组件总是出现这个故障 / this component always shows the fault "${fault}"` },
  )

/** One component per fault, which always shows it. */
export const faultGallery: AppSpec = {
  name: '故障演示 Fault gallery',
  slug: 'fault-gallery',
  region: 'shanghai',
  note: '每个组件演示一种故障 / every component shows one fault',
  components: faultNames.map(show),
}
