import type { Words } from '../../language'
import type { choosingEn } from '../en/choosing'

export const choosingZh = {
  headings: { team: '选择团队', region: '选择集群', app: '选择应用', component: '选择组件' },
  columns: {
    id: '标识',
    domain: '默认域名',
    status: '状态',
    inCluster: '英文名称',
    note: '备注',
    source: '来源',
    ports: '端口',
    address: '访问地址',
  },
  search: { team: '搜索团队', region: '搜索集群', app: '搜索应用', component: '搜索组件' },
  counts: {
    team: '{total, plural, other {共 # 个团队}}',
    region: '{total, plural, other {共 # 个集群}}',
    app: '{total, plural, other {共 # 个应用}}',
    component: '{total, plural, other {共 # 个组件}}',
  },
  shown: '显示 {shown, number} 个，{all}',
  empty: {
    team: { title: '你尚未加入任何团队', text: '请联系平台管理员在 Rainbond 控制台中将你加入。' },
    region: { title: '此团队尚未开通任何集群', text: '请在 Rainbond 控制台中开通。' },
    app: { title: '此集群中还没有应用', text: '请在 Rainbond 控制台中创建。' },
    component: { title: '此应用中还没有组件', text: '请在 Rainbond 控制台中创建。' },
  },
  noMatch: '没有与“{typed}”匹配的结果',
  clear: '清除搜索',
  refresh: '刷新',
  team: {
    readOnly: '只读',
    readOnlyTitle: '你在此团队中的角色没有修改权限。',
  },
  inService: '运行中',
  app: {
    mesh: 'ServiceMesh',
    meshTitle: '此应用使用内置 ServiceMesh 模式：其他组件通过 127.0.0.1 访问它。',
  },
  component: {
    thirdParty: '第三方',
    thirdPartyTitle: '该组件不在平台上运行，平台只知道它的地址。',
    unfinished: '创建未完成',
    unfinishedTitle: '组件尚未创建完成，多数变更在构建前仅保存在控制台。',
    statusUnknown: '状态未知',
    ports: '{ports, plural, =0 {没有端口} other {# 个端口}}',
    open: '{open, number} 个已在网关开放',
  },
  lost: {
    team: '上次所在的团队“{name}”已不存在。',
    region: '上次所在的集群“{name}”已不存在。',
    app: '上次所在的应用“{name}”已不存在。',
    component: '上次所在的组件“{name}”已不存在。',
  },
} as const satisfies Words<typeof choosingEn>
