import type { Words } from '../../language'
import type { bulkEn } from '../en/bulk'

export const bulkZh = {
  label: '已选端口',
  selectAll: '选择全部 {ports, plural, other {# 个端口}}',
  selectGroup: '选择 {component} 的全部端口',
  selected: '已选 {ports, plural, other {# 个端口}}',
  hidden: '其中 {ports, plural, other {# 个}}被筛选条件隐藏',
  nothingToDo: '无需修改：所选端口已经是这样。',
  inner: '对内服务',
  openInner: '打开对内服务',
  closeInner: '关闭对内服务',
  outer: '对外服务',
  openOuter: '打开对外服务',
  closeOuter: '关闭对外服务',
  protocol: '修改协议',
  delete: '删除 {ports, plural, other {# 个端口}}',
  clear: '清除选择',
} as const satisfies Words<typeof bulkEn>
