import type { Words } from '../words'
import type { errorsEn } from './errors.en'

export const errorsZh = {
  unauthenticated: '会话已结束，请重新登录以继续。',
  licence: '平台的 Rainbond 授权（License）缺失或已过期，请联系管理员更新。',
  'not-found': '对象不存在，或已被删除。',
  conflict: '已被占用。',
  'wrong-state': '当前状态下 Rainbond 不允许此操作。',
  invalid: 'Rainbond 未接受所提交的内容。',
  busy: 'Rainbond 仍在处理上一次变更，请稍后再试。',
  cluster: 'Rainbond 背后的集群未能完成此操作。',
  crash: 'Rainbond 自身发生错误。',
  offline: '无法连接 Portdeck，请检查网络。',
  timeout: '未能及时收到应答。',
  unreadable: '应答的格式与 Portdeck 所知的不符。',
  forbidden: '不允许此操作。',
  throttled: '短时间内请求过多。',
  upstream: '无法连接 Rainbond 控制台，或收到的应答并非来自它。',
  reasons: {
    'not-a-member': '你不是此团队的成员。',
    'read-only': '此 Portdeck 为只读：管理者已关闭修改功能。',
    'cross-site': '请求并非来自本页面的地址，已被拒绝。',
  },
  field: '字段 {field} 缺失或不正确。',
  detail: 'Rainbond 的说明：{detail}',
  requestId: '请求 {id}',
  retry: '重试',
  retryIn: '{seconds} 秒后可重试',
} as const satisfies Words<typeof errorsEn>
