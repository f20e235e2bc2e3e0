import type { Words } from '../words'
import type { editingEn } from './editing.en'

export const editingZh = {
  names: {
    protocol: '端口协议，端口 {port}',
    alias: '使用别名，端口 {port}',
    domain: '内部域名，端口 {port}',
    editAlias: '编辑使用别名，端口 {port}',
    editDomain: '编辑内部域名，端口 {port}',
  },
  labels: { protocol: '端口协议', alias: '使用别名', domain: '内部域名' },
  save: '保存',
  cancel: '取消',
  unsaved: '未保存',
  protocolChange: '{before} → {after}',
  leave: '有 {count} 个端口的修改尚未保存，离开将会丢失。确定离开吗？',
  alias: {
    empty: '请填写别名。',
    'lower-case': '只能使用大写字母：别名会成为变量名。',
    'wrong-start': '必须以大写字母开头。',
    'wrong-character': '只能包含大写字母、数字和“_”。',
    'too-long': '最多 64 个字符。',
    taken: '该组件的另一个端口已使用此别名。',
  },
  domain: {
    empty: '请填写内部域名。',
    'upper-case': '只能使用小写字母。',
    'wrong-start': '必须以小写字母开头。',
    'wrong-end': '必须以字母或数字结尾。',
    'wrong-character': '只能包含小写字母、数字和“-”。',
    'too-long': '最多 63 个字符。',
    taken: '该团队的另一个组件已使用此内部域名。',
  },
  port: {
    empty: '请填写端口号。',
    'not-a-number': '端口号必须是数字。',
    'not-whole': '端口号必须是整数。',
    'too-small': '端口号最小为 1。',
    'too-large': '端口号最大为 65535。',
    taken: '该组件已有此端口。',
    'taken-by-other-protocol': '该组件已有此端口（使用其他协议）：同一端口号只能使用一次。',
  },
} as const satisfies Words<typeof editingEn>
