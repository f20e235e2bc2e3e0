import { type FaultName, faultNames } from '../../faults/definitions'
import { type AppPlan, component, http, tcp } from '../plans'

/** What each fault is called on the screen, in Chinese; the English is the fault's own name. */
const titles = {
  timeout: '没有应答',
  'connection-reset': '连接中断',
  'lost-answer': '应答丢失',
  'cut-json': '应答截断',
  'wrong-shape': '应答走样',
  'no-effect': '响应成功却未生效',
  html: '网页应答',
  crash: '控制台崩溃',
  'duplicate-permission': '权限记录重复',
  unauthenticated: '令牌失效',
  licence: '授权过期',
  'missing-route': '缺少接口',
  slow: '应答缓慢',
  'cluster-too-frequent': '操作过于频繁',
  'cluster-error': '集群出错',
  'cluster-html': '集群网页应答',
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
    // the second has never been open outside, so that opening it makes a route
    [http(80, 'both'), http(8080, 'inner'), tcp(9000, 'closed')],
    { fault, note: `这个组件总是出现这个故障 / this component always shows the fault "${fault}"` },
  )

/** One component for each fault, which shows it always. */
export const faultGallery: AppPlan = {
  name: '故障演示 Fault gallery',
  slug: 'fault-gallery',
  region: 'shanghai',
  note: '每个组件演示一种故障 / every component shows one fault',
  components: faultNames.map(show),
}
