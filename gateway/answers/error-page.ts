import { inertStyle } from '../http/inert-style'
import type { Language } from '../http/language'

interface Words {
  readonly title: string
  /** What happened, and what to do next. */
  readonly sentences: string
}

type InBoth = Readonly<Record<Language, Words>>

const unreadable: InBoth = {
  en: {
    title: 'Bad request',
    sentences: 'Portdeck couldn’t read your browser’s request. Go back and try again.',
  },
  zh: { title: '请求无效', sentences: 'Portdeck 无法读取浏览器的请求。请返回上一页重试。' },
}

const failed: InBoth = {
  en: {
    title: 'Something went wrong',
    sentences:
      'Portdeck had an internal error. Reload the page. If this keeps happening, contact its administrator.',
  },
  zh: {
    title: '出错了',
    sentences: 'Portdeck 发生内部错误。请刷新页面；如果问题持续出现，请联系 Portdeck 的管理员。',
  },
}

const byStatus: ReadonlyMap<number, InBoth> = new Map([
  [
    403,
    {
      en: {
        title: 'Not allowed',
        sentences:
          'This request didn’t come from Portdeck itself, so it was refused. Open Portdeck and try again there.',
      },
      zh: {
        title: '不允许',
        sentences: '该请求并非来自 Portdeck 页面，已被拒绝。请打开 Portdeck 后重试。',
      },
    },
  ],
  [
    404,
    {
      en: {
        title: 'Page not found',
        sentences: 'There’s no page at this address. Check the address, or open Portdeck.',
      },
      zh: { title: '页面不存在', sentences: '该地址没有页面。请检查地址，或打开 Portdeck。' },
    },
  ],
  [
    408,
    {
      en: {
        title: 'Request timed out',
        sentences:
          'Your browser’s request took too long to arrive. Check your network, then reload the page.',
      },
      zh: { title: '请求超时', sentences: '浏览器的请求未能及时送达。请检查网络，然后刷新页面。' },
    },
  ],
  [
    421,
    {
      en: {
        title: 'Wrong address',
        sentences:
          'Portdeck doesn’t answer under this host name. Use the address its administrator gave you (PUBLIC_URL).',
      },
      zh: {
        title: '地址不正确',
        sentences: 'Portdeck 不响应该主机名。请使用管理员提供的地址（PUBLIC_URL）。',
      },
    },
  ],
  [
    429,
    {
      en: {
        title: 'Too many requests',
        sentences: 'Portdeck got too many requests. Wait a moment, then reload the page.',
      },
      zh: { title: '请求过于频繁', sentences: 'Portdeck 收到的请求过多。请稍候再刷新页面。' },
    },
  ],
  [
    431,
    {
      en: {
        title: 'Too many cookies',
        sentences:
          'Your browser sent more cookies than Portdeck accepts. Delete the cookies of this site in your browser’s settings, then reload the page.',
      },
      zh: {
        title: 'Cookie 过多',
        sentences:
          '浏览器发送的 Cookie 超过了 Portdeck 的上限。请在浏览器设置中删除该网站的 Cookie，然后刷新页面。',
      },
    },
  ],
  [
    503,
    {
      en: {
        title: 'Portdeck is restarting',
        sentences: 'Portdeck can’t take requests right now. Reload the page in a few seconds.',
      },
      zh: { title: 'Portdeck 正在重启', sentences: 'Portdeck 暂时无法处理请求。请在几秒后刷新页面。' },
    },
  ],
])

export interface ErrorPageFacts {
  readonly status: number
  readonly requestId: string
  readonly language: Language
  /** The path of the app's first page. */
  readonly home: string
}

/** The status under a wrong host name, where every link leads to the same page again. */
const misdirected = 421

/** Returns a page for a refused navigation that needs no script or further request. */
export function errorPage({ status, requestId, language, home }: ErrorPageFacts): string {
  const { title, sentences } = (byStatus.get(status) ?? (status >= 500 ? failed : unreadable))[language]
  const [open, id] = language === 'en' ? ['Open Portdeck', 'Request'] : ['打开 Portdeck', '请求']
  return `<!doctype html>
<html lang="${language === 'en' ? 'en' : 'zh-CN'}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title} · Portdeck</title>
<style>${inertStyle}</style>
<main>
<h1>${title}</h1>
<p>${sentences}</p>
${status === misdirected ? '' : `<p><a href="${home}">${open}</a></p>\n`}<p><small>${id} ${requestId}</small></p>
</main>
</html>
`
}
