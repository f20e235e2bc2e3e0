import type { Words } from '../../src/i18n/language'
import type { en } from './en'

const faults = {
  timeout: { title: '没有响应', text: '控制台始终不响应，直到 Portdeck 停止等待。' },
  'connection-reset': { title: '连接中断', text: '变更执行之前连接断开。' },
  'lost-answer': { title: '响应丢失', text: '变更已执行，但响应到达之前连接断开。' },
  'cut-json': { title: '响应截断', text: '变更已执行，但只收到一半响应。' },
  'wrong-shape': { title: '响应格式异常', text: '响应中的端口号不是数字。' },
  'no-effect': { title: '成功但未生效', text: '控制台返回成功，实际没有变更。' },
  html: { title: '返回网页', text: '控制台前的代理返回错误页面。' },
  crash: { title: '控制台出错', text: '控制台内部出错。' },
  'duplicate-permission': {
    title: '权限记录重复',
    text: '控制台重复记录了你的权限，所有端口请求都会失败。',
  },
  unauthenticated: { title: '令牌失效', text: '访问令牌已失效。' },
  licence: { title: '授权过期', text: '平台的授权（License）已过期。' },
  'missing-route': { title: '旧版 Rainbond', text: '无法读取操作记录、网关访问策略和组件信息。' },
  slow: { title: '响应缓慢', text: '每个响应延迟三秒。' },
  'cluster-too-frequent': { title: '操作过于频繁', text: '集群要求稍候，Portdeck 会自动重试。' },
  'cluster-error': { title: '集群出错', text: '集群内部出错。' },
  'cluster-html': { title: '集群返回网页', text: '集群前的代理返回网页。' },
  'cluster-timeout': { title: '集群超时', text: '集群未在限定时间内响应控制台。' },
  'cluster-no-answer': { title: '集群没有响应', text: '控制台多次尝试连接集群后放弃。' },
  'cluster-empty-body': { title: '集群空响应', text: '集群返回空内容。' },
  'cluster-own-code': { title: '集群自身错误码', text: '集群内部组件连接失败，返回自己的错误码。' },
  'cluster-conflict': { title: '集群拒绝', text: '组件正在升级。' },
  'cluster-not-found': { title: '集群资源不存在', text: '集群中没有此组件。' },
  'cluster-unreachable': { title: '集群无法访问', text: '控制台无法连接集群。' },
  'cluster-out-of-memory': { title: '集群资源不足', text: '集群没有剩余资源。' },
  'cluster-route-binding': {
    title: '访问策略失败',
    text: '网关无法创建新的 http 访问策略，为新端口打开对外服务即可看到。',
  },
} as const satisfies Words<typeof en>['faults']

export const zh = {
  badge: '演示',
  badgeOn: '演示，故障已开启',
  panel: {
    title: '演示',
    about: '这是运行在当前标签页中的演示平台，任何操作都不会影响真实的 Rainbond，关闭标签页即结束。',
    tour: '开始导览',
    latency: '每个响应的延迟',
    latencies: { none: '无', short: '300 毫秒', long: '2 秒' },
    fault: '故障',
    faultAbout: '制造一个故障，看看 Portdeck 如何应对。',
    noFault: '无故障',
    noFaultText: '一切正常。',
    inChanges: '{text}修改端口时出现。',
    reset: '重置演示',
    resetAbout: '恢复初始数据，并关闭故障和延迟。',
  },
  faults,
  tour: {
    offer: '第一次使用 Portdeck？',
    offerText: '六个步骤，了解它的功能。',
    start: '开始导览',
    later: '暂不',
    skip: '跳过',
    back: '上一步',
    next: '下一步',
    finish: '完成',
    step: '第 {step} 步，共 {steps} 步',
    goTo: '转到此控件',
    return: '按 F6 返回此处。',
    steps: {
      switch: {
        title: '一次点击即可打开端口',
        text: '打开端口 9113 的对内服务。开关先显示为进行中，与 Rainbond 的数据核对后才算完成。',
      },
      review: {
        title: '打开之前先看清影响',
        text: '打开端口 9113 的对外服务。Portdeck 会先列出即将生效的访问地址，在你同意之前不会发送任何请求。',
      },
      alias: {
        title: '就地编辑',
        text: '其他组件通过以使用别名命名的变量访问此组件。修改别名时，Portdeck 会列出所有随之改名的变量。',
      },
      risk: {
        title: '高风险端口会有提醒',
        text: '从使用别名看，端口 8080 用于管理。打开它的对外服务，确认框会说明风险所在。',
      },
      undo: {
        title: '随时撤销',
        text: '每次变更之后，撤销会按 Rainbond 接受的顺序恢复之前的状态。',
      },
      search: {
        title: '快速找到组件',
        text: '按名称搜索，按 Enter 打开第一个结果。每个页面都有可以分享的链接。',
      },
    },
  },
} as const satisfies Words<typeof en>
