import type { Words } from '../../language'
import type { keyboardEn } from '../en/keyboard'

export const keyboardZh = {
  close: '关闭',
  page: {
    title: '所有页面',
    search: '搜索或筛选',
    undo: '撤销最近的变更',
    redo: '重做',
    notices: '跳到最近的变更，再按返回',
    help: '显示此列表',
  },
  ports: { title: '组件页面', add: '添加端口' },
  grid: {
    title: '端口表格',
    move: '在单元格之间移动',
    ends: '移到行首或行尾',
    corners: '移到首行或末行',
    screens: '上翻或下翻一屏',
    toggle: '切换开关',
    select: '选择当前行和相邻行',
    selectAll: '选择筛选出的所有行',
    edit: '编辑或打开单元格',
    escape: '取消编辑、关闭变更被拒的提示，或清除选择',
  },
} as const satisfies Words<typeof keyboardEn>
