import type { Words } from '../../src/i18n/language'
import type { en } from './en'

export const zh = {
  usage: `用法：portdeck export [选项]
      portdeck plan FILE [选项]
      portdeck drift FILE [选项]
      portdeck apply FILE [选项]

命令
  export  把当前端口输出为表格
  plan    显示使端口与表格一致的步骤，不发送任何变更
  drift   同上，有差异时以 2 退出
  apply   执行表格的步骤，或 plan --out 写出的计划

选项
  --team NAME          团队的 ID 或名称
  --region NAME        集群名称
  --app NAME           仅此应用，ID 或名称
  --component NAME     仅此组件，ID 或名称
  --format FORMAT      export：csv、yaml（默认）或 json；其他命令：text（默认）、json 或 markdown
  --json               等同于 --format json
  --detailed-exitcode  plan：有差异时以 2 退出
  --out FILE           plan：同时把计划写入文件，供 apply 使用
  --max-deletes N      删除超过 N 个端口时拒绝
  --max-exposures N    在网关开放超过 N 个端口时拒绝
  --yes                apply：不询问
  --lang LANGUAGE      en 或 zh；默认取自 LC_ALL、LC_MESSAGES 或 LANG
  --help               显示本说明

plan --out 写出的计划已包含团队、集群和应用。
RAINBOND_URL 和 RAINBOND_TOKEN 从环境变量读取。`,
  options: {
    token: '不能通过参数传递令牌：本机的其他用户可以看到参数。请设置 RAINBOND_TOKEN。',
    unknownCommand: '未知命令：{name}',
    missing: '缺少 {option}。',
    noFile: 'export 写到标准输出，不需要文件。',
    oneFile: '{name} 需要一个文件：portdeck {name} FILE',
    choice: '{option} 必须是 {choices} 之一，而不是“{value}”。',
    count: '{option} 必须是整数，而不是“{value}”。',
    notHere: '{option} 不能用于 {name}。',
    url: 'RAINBOND_URL 必须是 Rainbond 控制台的地址，例如 https://console.example.com。',
    tokenMissing: 'RAINBOND_TOKEN 必须是 Rainbond 控制台的访问令牌。',
    noTerminal: '没有可以询问的终端。请先查看计划（portdeck plan），再使用 apply --yes。',
  },
  scope: {
    none: '不存在，或该令牌无权查看：{what}',
    several: '存在多个同名项，请使用 ID：{what}',
    team: '团队“{name}”',
    region: '该团队的集群“{name}”',
    app: '应用“{name}”',
    component: '组件“{name}”',
  },
  files: {
    unreadable: '无法读取 {file}：{why}',
    unwritable: '无法写入 {file}：{why}',
    noText: '{file} 不是文本文件。请将表格保存为 CSV、YAML 或 JSON。',
    sheetOnly: '{file} 是计划，{name} 需要表格。',
  },
  limits: {
    deleted: '将删除 {of} 个端口中的 {count} 个。如确认无误，请使用 --max-deletes {count}。',
    exposed: '将在网关开放 {of} 个端口中的 {count} 个。如确认无误，请使用 --max-exposures {count}。',
    maxDeletes: '将删除 {count} 个端口，--max-deletes 只允许 {most} 个。',
    maxExposures: '将在网关开放 {count} 个端口，--max-exposures 只允许 {most} 个。',
    nothingSent: '未发送任何变更。',
  },
  planFile: {
    damaged: '{file} 已损坏或被修改。请重新执行 plan --out。',
    version: '{file} 的版本为 {version}，当前命令行支持版本 {known}。',
    otherConsole: '计划针对 {planned}，但 RAINBOND_URL 为 {given}。',
    otherScope: '计划针对 {option} {planned}，而不是 {given}。',
    stale: '生成计划之后端口已有变化。请重新执行 plan --out。',
    gone: '该组件已不存在。',
    rulesUnknown: '已无法读取网关访问策略。',
    rulesKnown: '网关访问策略又可以读取了。',
    otherSteps: '现在的计划会有不同的步骤。',
  },
  plan: {
    title: '端口',
    none: '没有差异。',
    summary: '{components} 个组件，共 {steps} 个步骤。删除端口：{deleted} 个。在网关开放端口：{exposed} 个。',
    failures: '有 {components} 个组件无法按表格变更。未发送任何变更。',
    risk: '风险：{text}',
    loss: '无法撤销：{text}',
    problem: '无法执行：{text}',
    step: '{text}：{reason}',
    address: '{what}：{address}（{fate}）',
    change: '{before} → {after}',
    nothing: '无',
  },
  apply: {
    title: '执行结果',
    question: '执行以上步骤？请输入“yes”：',
    numberQuestion: '将有 {count} 个端口被删除或打开对外服务。要执行以上步骤，请输入 {count}：',
    declined: '未发送任何变更。',
    stopping: '当前步骤完成后停止。再按一次 Ctrl+C 立即退出。',
    cutOff: '已立即停止。正在进行的步骤可能已执行，也可能未执行。',
    heading: '{name}：{outcome}',
    progress: '{at}/{of} {name}：{outcome}',
    step: '{result}：{text}',
    summary:
      '已完成：{done}。部分完成：{partly}。被拒绝：{refused}。不确定：{unclear}。未开始：{notStarted}。',
  },
  outcomes: {
    done: '已完成',
    partly: '部分完成',
    refused: '被拒绝',
    unclear: '不确定',
    'not-started': '未开始',
  },
  results: {
    done: '已完成',
    answered: '返回成功，尚未核对',
    'no-effect': '返回成功，但未生效',
    refused: '被拒绝',
    unclear: '不确定',
    'not-sent': '未开始',
  },
  reading: '正在读取端口：{at}/{of}',
  unread: '无法读取 Rainbond。',
  errors: {
    unauthenticated: 'Rainbond 不接受该访问令牌。请检查 RAINBOND_TOKEN。',
    'not-found': '不存在，可能已被删除。',
    'wrong-state': '当前状态下 Rainbond 不允许此操作。',
    cluster: 'Rainbond 所管理的集群出错，不确定变更是否已生效。',
    crash: 'Rainbond 内部出错，不确定变更是否已生效。',
    offline: '无法连接控制台。请检查 RAINBOND_URL 和网络。',
    timeout: '响应超时，变更仍可能生效。',
    unreadable: 'Portdeck 无法读取该响应的格式。',
    forbidden: '不允许此操作。',
    upstream: '控制台没有返回有效响应。请检查 RAINBOND_URL。',
  },
} as const satisfies Words<typeof en>
