import type { Words } from '../../language'
import type { inventoryEn } from '../en/inventory'

export const inventoryZh = {
  title: '全部端口',
  inApp: '{app} 的全部端口',
  wholeCluster: '全部应用',
  filterHint: '端口、组件、别名或“对外服务”',
  groups: { name: '排列方式', grouped: '按组件', flat: '单一列表' },
  columns: { button: '列', title: '显示的列' },
  progress: {
    listing: '正在读取应用和组件…',
    read: {
      apps: '已读取 {read, number} 个应用，共 {total, number} 个',
      components: '已读取 {read, number} 个组件，共 {total, number} 个',
    },
    allRead: {
      apps: '{total, plural, =0 {暂无应用} other {已读取全部 # 个应用}}',
      components: '{total, plural, =0 {暂无组件} other {已读取全部 # 个组件}}',
    },
    left: '约剩 {seconds} 秒',
    leftMinutes: '约剩 {minutes} 分钟',
    stop: '停止读取',
    resume: '继续读取',
    stopped: '已停止。',
    offline: '正在等待网络恢复…',
    signIn: '请重新登录，登录后继续…',
    limited: '请求过多，{seconds} 秒后继续。',
  },
  group: {
    waiting: '尚未读取',
    reading: '正在读取…',
    ports: '{ports, plural, =0 {暂无端口} other {# 个端口}}',
    open: '{open, number} 个已在网关开放',
    failed: '读取失败：',
    retry: '重试',
    retryName: '重试，{component}',
  },
  failures: {
    title: '{count} 项读取失败',
    apps: '应用列表',
    components: '{app} 的组件列表',
    rules: '{app} 的访问策略（访问地址未知）',
    ports: '{app} 中 {component} 的端口',
    retry: '重试',
    retryAll: '全部重试',
    show: '展开',
    hide: '收起',
  },
  empty: {
    title: '暂无组件',
    text: '请在 Rainbond 控制台中创建。',
    nothingRead: '未能读取任何内容',
  },
} as const satisfies Words<typeof inventoryEn>
