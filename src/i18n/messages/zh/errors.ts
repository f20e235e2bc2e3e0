import type { Words } from '../../language'
import type { errorsEn } from '../en/errors'

export const errorsZh = {
  unauthenticated: '会话已结束，请重新登录以继续。',
  licence: '平台的 Rainbond 授权（License）缺失或已过期，请联系管理员更新。',
  'not-found': '未找到，可能已被删除。请刷新查看最新状态。',
  conflict: '已被占用，请换一个。',
  'wrong-state': 'Rainbond 在当前状态下不允许此操作，请刷新查看最新状态。',
  invalid: '提交的内容未通过 Rainbond 校验，请修改后重试。',
  busy: 'Rainbond 仍在处理上一次变更，请稍后再试。',
  cluster: '集群发生错误，变更是否已执行尚不明确，请刷新查看最新状态。如果持续出现，请联系集群管理员。',
  'cluster-refused': '集群拒绝了此操作，操作未执行。请稍后重试，或联系集群管理员。',
  crash:
    'Rainbond 发生内部错误，变更是否已执行尚不明确，请刷新查看最新状态。如果持续出现，请联系管理员查看控制台日志。',
  'duplicate-permission':
    'Rainbond 重复记录了你的企业管理员权限（控制台的已知问题），修复前无法读取或修改端口。请联系管理员，在数据库表 enterprise_user_perm 中你的两条记录里删除一条。',
  offline: '无法连接 Portdeck，请检查网络。',
  timeout: '响应超时。变更可能仍会执行，请刷新查看最新状态。',
  'given-up': '你已停止等待。操作可能仍会执行，请刷新查看。',
  unreadable: 'Portdeck 无法识别响应的格式。如果持续出现，请联系 Portdeck 管理员。',
  forbidden: '不允许此操作。如需权限，请联系 Portdeck 管理员。',
  throttled: '请求过于频繁，请稍后重试。',
  upstream: 'Portdeck 服务器未收到 Rainbond 控制台的正常响应。如果持续出现，请联系 Portdeck 管理员。',
  readBack: {
    cluster: '集群发生错误，变更未生效。请稍后重试；如果持续出现，请联系集群管理员。',
    crash: 'Rainbond 发生内部错误，变更未生效。请稍后重试；如果持续出现，请联系管理员查看控制台日志。',
  },
  reasons: {
    'not-a-member': '你不是此团队的成员，请联系团队管理员将你加入。',
    'read-only': '只读：Portdeck 管理员已对你关闭修改功能。',
    unreachable: 'Portdeck 服务器无法连接 Rainbond 控制台，请稍后重试，或联系 Portdeck 管理员。',
    busy: 'Rainbond 控制台当前请求过多，请稍候再试。',
    'cut-off': '响应中途中断。',
    'not-json': '收到的是网页，而非 Rainbond 的响应，可能来自中间的代理。',
    'too-large': '响应过大，Portdeck 无法处理。',
    'cross-site': '请求并非来自本页面的地址，已被拒绝。',
    'too-many-cookies': '浏览器发送的 Cookie 过多。请删除该网站的 Cookie，然后刷新页面。',
  },
  field: '字段 {field} 缺失或不正确。',
  gatewayDetail: 'Portdeck 服务器返回：{detail}',
  detail: 'Rainbond 返回：{detail}',
  requestId: '请求 ID：{id}',
  triedAgain: 'Portdeck 也会自动重试。',
  retry: '重试',
  retryIn: '{seconds} 秒后可重试',
} as const satisfies Words<typeof errorsEn>
