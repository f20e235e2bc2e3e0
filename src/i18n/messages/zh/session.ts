import type { Words } from '../../language'
import type { sessionEn } from '../en/session'

export const sessionZh = {
  as: '已登录：{name}',
  signOut: '退出登录',
  signingOut: '正在退出…',
  leavePlan: '变更尚未全部发送，退出登录后其余变更将不再发送。确定退出吗？',
  signOutFailed: '仍处于登录状态：{reason}',
} as const satisfies Words<typeof sessionEn>
