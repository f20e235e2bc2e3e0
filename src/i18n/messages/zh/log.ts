import type { Words } from '../../language'
import type { logEn } from '../en/log'

export const logZh = {
  open: '操作记录',
  title: '{component} 的操作记录',
  list: '操作，最新的在前',
  loading: '正在加载操作记录…',
  refresh: '刷新',
  operations: {
    'add-service-port': '添加端口',
    'update-service-port': '修改端口',
    'delete-service-port': '删除端口',
    'handle-service-innerport': '打开或关闭对内服务',
    'handle-service-outerport': '打开或关闭对外服务',
  },
  status: {
    success: '成功',
    failure: '失败',
    timeout: '超时',
    running: '进行中',
    unknown: '未知',
  },
  by: '操作人：{user}',
  nobody: '操作人未知',
  noTime: '时间未知',
  pages: '操作记录分页',
  newer: '较新',
  older: '较早',
  page: '第 {page} 页，共 {pages} 页',
  empty: '集群中还没有此组件的操作记录。',
  emptyPage: '此页已无内容。',
  unfinished: '此组件在 Rainbond 中尚未创建完成，集群中还没有它的操作记录。',
  failed: '无法读取操作记录',
  missing: '此 Rainbond 不提供操作记录',
  old: '上次刷新失败，当前内容可能不是最新。',
} as const satisfies Words<typeof logEn>
