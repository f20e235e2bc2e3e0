import type { Words } from '../../language'
import type { appEn } from '../en/app'

export const appZh = {
  name: 'Portdeck',
  title: '{page} · Portdeck',
  skip: '跳到正文',
  home: 'Portdeck，选择团队',
  loading: '加载中…',
  ports: '{component} · 端口',
  palette: '全局搜索',
  keyboard: '键盘快捷键',
  display: '显示设置',
  language: '语言',
  scheme: { label: '配色', auto: '跟随系统', light: '浅色', dark: '深色' },
  demo: {
    badge: '演示',
    explanation: '这是运行在内存中的演示平台，任何操作都不会影响真实的 Rainbond，重启后恢复原样。',
  },
  readOnly: {
    badge: '只读',
    explanation: 'Portdeck 管理员已关闭修改功能，所有内容仍可查看。',
  },
  notFound: { title: '页面不存在', text: '此地址没有对应的页面。', home: '选择团队' },
  broken: { title: '此页面出错了', text: '页面无法显示，Portdeck 的其他部分不受影响。', again: '重试' },
  stale: {
    title: '此页面无法加载',
    text: 'Portdeck 可能已更新，或网络已断开。重新加载即可使用新版本。',
    unsaved: '如有未保存的内容，重新加载前会提示你。',
    reload: '重新加载',
    later: '暂不',
  },
} as const satisfies Words<typeof appEn>
