import type { Words } from '../../language'
import type { signInEn } from '../en/sign-in'

export const signInZh = {
  title: '登录',
  lead: '以你自己的权限访问 Rainbond 平台。',
  leadDemo: '在演示平台中体验，无需安装，也不会影响任何真实环境。',
  enterDemo: '进入演示',
  or: '或使用访问令牌',
  token: '访问令牌',
  show: '显示令牌',
  hide: '隐藏令牌',
  submit: '登录',
  submitting: '正在登录…',
  how: {
    title: '如何获取访问令牌',
    open: '打开 <link>{console}</link> 并登录。',
    openUnknown: '打开你的 Rainbond 控制台并登录。',
    where: '在右上角进入<b>个人中心</b>，再选择<b>访问令牌</b>。',
    copy: '新建一个令牌，复制后粘贴到这里。',
  },
  kept: '令牌保存在加密的 Cookie 中，任何脚本都无法读取，仅用于你自己的请求。',
  demo: '这是演示环境，访问令牌为：<code>{token}</code>',
  failed: {
    empty: '请先粘贴访问令牌。',
    wrong: '此令牌无效，可能输错、已过期或已被撤销。请只粘贴令牌本身，不要带“Bearer”。',
    cookie: '浏览器禁止此地址使用 Cookie。请允许后重新登录。',
    licence: '令牌有效，但平台的授权（License）缺失或已过期，请联系管理员更新。',
    console: 'Rainbond 控制台未能校验此令牌，请稍后重试。',
    throttled: '失败次数过多。{seconds, plural, =0 {请稍后再试。} other {请在 # 秒后重试。}}',
  },
  expired: {
    title: '会话已结束',
    lead: '请重新登录以继续，已输入的内容仍然保留。',
  },
} as const satisfies Words<typeof signInEn>
