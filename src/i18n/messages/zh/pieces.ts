import type { Words } from '../../language'
import type { piecesEn } from '../en/pieces'

export const piecesZh = {
  close: '关闭',
  details: '详情',
  less: '收起',
  copy: {
    copied: '已复制',
    copiedText: '已复制：{text}',
    selected: '此页面无法使用剪贴板。文本已选中，请按 Ctrl+C 或 ⌘C 复制。',
  },
} as const satisfies Words<typeof piecesEn>
