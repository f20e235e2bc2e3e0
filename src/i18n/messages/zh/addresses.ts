import type { Words } from '../../language'
import type { addressesEn } from '../en/addresses'

export const addressesZh = {
  title: '端口 {port} 的访问地址',
  outer: '对外服务',
  outerNone: '对外服务已关闭。',
  outerNowhere: '对外服务已打开，但没有访问策略提供地址。',
  outerUnknown: '未知：无法读取访问策略。',
  custom: '自定义域名',
  inner: '对内服务',
  innerNone: '对内服务已关闭。',
} as const satisfies Words<typeof addressesEn>
