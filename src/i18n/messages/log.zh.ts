import type { Words } from '../words'
import type { logEn } from './log.en'

export const logZh = {
  open: '操作日志',
  title: '{component} 的操作日志',
  list: '操作，最新的在前',
  loading: '正在读取操作日志…',
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
  pages: '操作日志分页',
  newer: '较新',
  older: '较早',
  page: '第 {page} 页，共 {pages} 页',
  empty: '集群中还没有此组件的操作记录。',
  emptyPage: '此页已没有内容。',
  unfinished: '此组件在 Rainbond 中尚未创建完成：集群还不认识它，因此没有日志。',
  failed: '无法读取操作日志',
  missing: '此 Rainbond 没有向 Portdeck 提供操作日志',
  old: '上次读取失败，当前显示的内容较旧。',
} as const satisfies Words<typeof logEn>
