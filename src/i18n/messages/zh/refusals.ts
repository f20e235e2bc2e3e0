import type { Words } from '../../language'
import type { refusalsEn } from '../en/refusals'

export const refusalsZh = {
  unreachable: {
    'port-invalid': '{port} 不是有效端口：端口范围为 1 至 65535。',
    'port-gone': '端口 {port} 已不存在。',
    'port-taken': '端口 {port} 已被他人添加。',
    'port-twice': '端口 {port} 出现了两次，Rainbond 的 API 无法区分这两个端口。',
    'outer-without-inner': '未打开对内服务时，端口 {port} 无法打开对外服务。',
    'alias-invalid': '端口 {port} 不能使用别名 {alias}。',
    'alias-taken': '别名 {alias} 已属于端口 {by}。',
    'internal-domain-invalid': '{domain} 不能作为内部域名。',
    'internal-domain-without-port': '内部域名 {domain} 至少需要一个端口。',
    'internal-domain-needs-alias': '所有端口都没有自己的别名时，无法修改内部域名。请先为其中一个设置别名。',
  },
  refused: {
    added: '未能添加。',
    opened: '未能打开。',
    closed: '未能关闭。',
    deleted: '未能删除。',
    changed: '未能修改。',
    notKnown: '之后无法读取端口，因此不确定该操作是否已执行。',
    notAsDesired: 'Rainbond 返回成功，但更改并未生效。',
    stillOpen: '网关仍开放：{address}。',
  },
} as const satisfies Words<typeof refusalsEn>
