import type { Words } from '../../language'
import type { editingEn } from '../en/editing'

export const editingZh = {
  names: {
    protocol: '端口协议，端口 {port}',
    alias: '使用别名，端口 {port}',
    domain: '内部域名，端口 {port}',
    editProtocol: '编辑端口协议，端口 {port}',
    editAlias: '编辑使用别名，端口 {port}',
    editDomain: '编辑内部域名，端口 {port}',
  },
  domainName: {
    field: '内部域名',
    edit: '编辑内部域名',
    leave: '新的内部域名尚未保存，确定离开吗？',
  },
  save: '保存',
  cancel: '取消',
  unsaved: '未保存',
  leave: '有 {count} 个端口的修改尚未保存，离开将会丢失。确定离开吗？',
  alias: {
    empty: '请填写使用别名。',
    'lower-case': '不能使用小写字母：别名会作为变量名的前缀。',
    'wrong-start': '必须以大写字母开头。',
    'wrong-character': '只能包含大写字母、数字和“_”。',
    'too-long': '最多 64 个字符。',
    taken: '该组件的另一个端口已使用此别名。',
    several: '一个别名只能用于一个端口。请留空，由 Rainbond 为每个端口分别生成。',
  },
  domain: {
    empty: '请填写内部域名。',
    'upper-case': '不能使用大写字母。',
    'wrong-start': '必须以小写字母开头。',
    'wrong-end': '必须以字母或数字结尾。',
    'wrong-character': '只能包含小写字母、数字和“-”。',
    'too-long': '最多 63 个字符。',
    taken: '该团队的另一个组件已使用此内部域名。',
  },
  add: {
    open: '添加端口',
    title: '添加端口：{component}',
    port: '端口号',
    close: '关闭',
    loading: '正在加载其他字段…',
    leave: '已填写新端口，但尚未添加。离开将会丢失，确定离开吗？',
  },
} as const satisfies Words<typeof editingEn>
