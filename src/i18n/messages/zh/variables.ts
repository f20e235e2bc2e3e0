import type { Words } from '../../language'
import type { variablesEn } from '../en/variables'

export const variablesZh = {
  title: '端口 {port} 的连接信息',
  name: '变量名',
  value: '变量值',
  copyName: '复制变量名 {name}',
  copyValue: '复制 {name} 的变量值',
  copyEnv: '复制为 .env',
  derived:
    '由使用别名、内部域名和端口号推算得出，Rainbond 不提供读取接口。依赖此组件的组件会在更新或重启后获得这些变量；修改过别名时，变量名可能不同。',
  mesh: '此应用使用内置 ServiceMesh 模式：依赖此组件的组件通过自身的 sidecar 容器访问 127.0.0.1。如果端口在启用该模式之前打开，{name} 可能仍为 {domain}。',
  meshSure: '此应用使用内置 ServiceMesh 模式：依赖此组件的组件通过自身的 sidecar 容器访问 127.0.0.1。',
  closed: '对内服务关闭时没有连接信息。',
  noAlias: '端口未设置别名时，没有连接信息。',
} as const satisfies Words<typeof variablesEn>
