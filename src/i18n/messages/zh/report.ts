import type { Words } from '../../language'
import type { reportEn } from '../en/report'

export const reportZh = {
  title: '变更报告',
  open: '变更报告',
  changeOf: '{components, plural, other {# 个组件}}：',
  undoOf: '已撤销 {components, plural, other {# 个组件}}的变更：',
  counts: {
    done: '{ports, plural, other {# 个端口已完成并核对。}}',
    unchanged: '{ports, plural, other {# 个端口无需修改。}}',
    partly: '{ports, plural, other {# 个端口仅完成一部分。}}',
    refused: '{ports, plural, other {# 个端口未修改。}}',
    unclear: '{ports, plural, other {# 个端口结果未知。}}',
    'not-started': '{ports, plural, other {# 个端口尚未开始。}}',
  },
  statuses: {
    done: '已完成并核对',
    unchanged: '无需修改',
    partly: '部分完成',
    refused: '未修改',
    unclear: '结果未知',
    'not-started': '尚未开始',
  },
  filter: '显示',
  all: '全部（{ports}）',
  only: '{status}（{ports}）',
  list: '端口',
  port: '端口 {port}',
  copy: '复制',
  copyName: '复制变更报告',
  save: '保存为 CSV',
  file: 'portdeck-report.csv',
  retry: '修正并重试 {ports, plural, other {# 个端口}}',
  columns: {
    app: '应用',
    component: '组件',
    id: '组件 ID',
    port: '端口',
    status: '结果',
    steps: '步骤',
    reason: '原因',
  },
} as const satisfies Words<typeof reportEn>
