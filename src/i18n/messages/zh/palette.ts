import type { Words } from '../../language'
import type { paletteEn } from '../en/palette'

export const paletteZh = {
  placeholder: '页面、组件、端口或操作',
  groups: {
    recent: '最近访问',
    view: '当前页面',
    page: '前往',
    team: '团队',
    region: '集群',
    app: '应用',
    component: '组件',
    port: '端口',
    general: '通用',
  },
  some: '{group} · 显示 {shown} 个，共 {total, number} 个',
  found: '{total, plural, =0 {没有结果} other {# 个结果}}',
  foundPartly: '已读取的内容中{total, plural, =0 {没有结果} other {有 # 个结果}}',
  none: '没有与“{typed}”匹配的结果',
  nonePartly: '已读取的内容中没有与“{typed}”匹配的结果',
  hint: '查找端口时请输入组件名和端口号，例如 orders-db 3306。应用和组件来自最近打开的集群。',
  limited:
    '端口搜索范围：{total, number} 个匹配组件中的 {searched} 个，以及已加载的端口。请输入更完整的组件名。',
  opening: '读取完成后将打开最匹配的结果。',
  reading: {
    teams: '正在读取团队…',
    regions: '正在读取集群…',
    apps: '正在读取应用…',
    components: '正在读取组件…',
    ports: '正在读取 {names} 的端口…',
  },
  failed: {
    teams: '无法读取团队，集群、应用和组件可能不全。',
    regions: '无法读取集群，应用和组件可能不全。',
    apps: '无法读取应用，组件可能不全。',
    components: '无法读取 {names} 的组件。',
    ports: '无法读取 {names} 的端口。',
  },
  comma: '、',
  andMore: '{names} 及其他 {rest, number} 个',
  retry: '重试',
} as const satisfies Words<typeof paletteEn>
