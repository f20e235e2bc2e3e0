import type { Words } from '../../language'
import type { reviewEn } from '../en/review'

export const reviewZh = {
  scope:
    '{components, plural, other {# 个组件}} · {ports, plural, other {# 个端口}} · {steps, plural, other {# 个步骤}}',
  calls:
    '共 {calls, plural, other {# 次调用}}：{writes, plural, other {# 次修改}}，以及修改前后的 {readings, plural, other {# 次读取}}',
  time: '预计约 {time}（每次调用 {milliseconds} 毫秒，最多 {components} 个组件同时进行）',
  nothingLeft: '所有内容均已排除。',
  list: '组件',
  steps: '{steps, plural, other {# 个步骤}}',
  risks: '{risks, plural, other {# 项风险}}',
  losses: '{losses, plural, other {# 项无法恢复}}',
  changed: '已被其他人修改',
  leftOut: '已排除',
  include: '包含 {component}',
  includePort: '包含 {component} 的端口 {port}',
  ports: '端口',
  port: '端口 {port}',
  noChange: '无需修改',
  added: '添加',
  deleted: '删除',
  fields: { protocol: '协议', alias: '使用别名', inner: '对内服务', outer: '对外服务' },
  open: '已打开',
  closed: '已关闭',
  asDesired: '无需修改：{components, plural, other {# 个组件}}的 {ports, plural, other {# 个端口}}',
  unreachable: '无法修改：{components, plural, other {# 个组件}}',
  portList: '{ports, plural, other {端口}} {list}',
  typed: {
    label: '输入 {count} 以确认',
    why: '将有 {count} 个端口被删除或打开对外服务。',
    missing: '请先输入该数字',
  },
  progress: {
    label: '进度',
    components: '已结束 {finished}/{components, plural, other {# 个组件}}',
    failed: '{components, plural, other {# 个未成功}}',
    waiting: '{components, plural, other {# 个尚未开始}}',
  },
} as const satisfies Words<typeof reviewEn>
