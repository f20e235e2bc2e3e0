import type { UpstreamReason } from '../../../src/api/contract/session'
import type { Sentence } from '../../http/language'
import { Refusal } from '../../http/refusal'

/** Why the console cannot be used, as precisely as the gateway knows. */
export interface Trouble {
  readonly cause: TroubleCause
  /** The code of the error, such as `ECONNREFUSED`. */
  readonly code?: string
  /** The host that it is about: the console's, a proxy's, or the one to which the console redirected. */
  readonly host?: string
  /** The status that the console answered. */
  readonly status?: number
  /** Seconds that the console asked to wait. */
  readonly retryAfter?: number
}

interface TroubleWords {
  readonly reason?: UpstreamReason
  readonly en: string
  readonly zh: string
}

/** What the screen says; `HOST` and `STATUS` stand for those of the trouble. */
const words = {
  'certificate-expired': {
    reason: 'unreachable',
    en: 'The certificate of HOST has expired.',
    zh: 'HOST 的证书已过期。',
  },
  'certificate-early': {
    reason: 'unreachable',
    en: 'The certificate of HOST isn’t valid yet. Check the clock of Portdeck’s server.',
    zh: 'HOST 的证书尚未生效，请检查 Portdeck 服务器的时间。',
  },
  'certificate-self-signed': {
    reason: 'unreachable',
    en: 'HOST has a self-signed certificate, which Portdeck doesn’t trust.',
    zh: 'HOST 使用自签名证书，Portdeck 不信任该证书。',
  },
  'certificate-issuer': {
    reason: 'unreachable',
    en: 'Portdeck doesn’t trust the issuer of the certificate of HOST, or its chain is incomplete.',
    zh: 'Portdeck 不信任 HOST 证书的颁发者，或证书链不完整。',
  },
  'certificate-name': {
    reason: 'unreachable',
    en: 'The certificate of HOST was issued for another name.',
    zh: 'HOST 的证书与该域名不匹配。',
  },
  certificate: {
    reason: 'unreachable',
    en: 'The certificate of HOST is invalid.',
    zh: 'HOST 的证书无效。',
  },
  tls: {
    reason: 'unreachable',
    en: 'HOST and Portdeck can’t agree on TLS. RAINBOND_URL may need http instead of https.',
    zh: 'Portdeck 与 HOST 的 TLS 握手失败，RAINBOND_URL 可能应使用 http 而非 https。',
  },
  'tls-refused': {
    reason: 'unreachable',
    en: 'HOST ended the TLS handshake. It may require a client certificate, or another version of TLS.',
    zh: 'HOST 中止了 TLS 握手，可能要求客户端证书或其他 TLS 版本。',
  },
  'client-certificate': {
    reason: 'unreachable',
    en: 'HOST requires a client certificate, which Portdeck doesn’t have.',
    zh: 'HOST 要求客户端证书，但 Portdeck 没有客户端证书。',
  },
  name: {
    reason: 'unreachable',
    en: 'The name HOST can’t be resolved.',
    zh: '无法解析域名 HOST。',
  },
  refused: {
    reason: 'unreachable',
    en: 'HOST refused the connection.',
    zh: 'HOST 拒绝了连接。',
  },
  'no-route': {
    reason: 'unreachable',
    en: 'There is no network route to HOST.',
    zh: '没有到达 HOST 的网络路由。',
  },
  'no-connection': {
    reason: 'unreachable',
    en: 'HOST didn’t accept the connection in time.',
    zh: '连接 HOST 超时。',
  },
  proxy: {
    reason: 'unreachable',
    en: 'The proxy in front of HOST refused the connection.',
    zh: '代理服务器拒绝了到 HOST 的连接。',
  },
  'not-http': {
    reason: 'cut-off',
    en: 'HOST didn’t answer with HTTP.',
    zh: 'HOST 返回的不是 HTTP 响应。',
  },
  redirect: {
    reason: 'not-json',
    en: 'The console redirected to HOST. That may be its single sign-on, or RAINBOND_URL is wrong.',
    zh: '控制台重定向到 HOST，可能是单点登录，或 RAINBOND_URL 有误。',
  },
  'wants-https': {
    reason: 'not-json',
    en: 'The console redirected to https. RAINBOND_URL should start with https.',
    zh: '控制台重定向到 https，RAINBOND_URL 应以 https 开头。',
  },
  busy: {
    en: 'The console is busy and asked Portdeck to wait.',
    zh: '控制台繁忙，要求 Portdeck 稍后再试。',
  },
  denied: {
    reason: 'not-json',
    en: 'Something in front of the console, such as a firewall, refused Portdeck (403).',
    zh: '控制台前的防火墙或网关拒绝了 Portdeck 的请求（403）。',
  },
  'login-page': {
    reason: 'not-json',
    en: 'A web page came back with status 200. It may be a login page, or RAINBOND_URL is wrong.',
    zh: '返回的是网页（状态码 200），可能是登录页面，或 RAINBOND_URL 有误。',
  },
  encoding: {
    en: 'The console’s response is compressed in a way that Portdeck can’t read.',
    zh: '控制台响应的压缩格式无法读取。',
  },
  unreadable: {
    en: 'The console answered STATUS, but not as Rainbond does. RAINBOND_URL may be wrong.',
    zh: '控制台返回了 STATUS，但格式与 Rainbond 不符，RAINBOND_URL 可能有误。',
  },
} as const satisfies Record<string, TroubleWords>

export type TroubleCause = keyof typeof words

/** Of the answers that ask to wait, only a 429 says that the request was not carried out. */
function reasonOf({ cause, status }: Trouble): UpstreamReason | undefined {
  const said: TroubleWords = words[cause]
  return cause === 'busy' && status === 429 ? 'busy' : said.reason
}

/** Returns the refusal that says on the screen and in the log what the trouble is. */
export function troubleRefusal(trouble: Trouble, options?: ErrorOptions): Refusal {
  const { cause, code, host, status, retryAfter } = trouble
  const said: TroubleWords = words[cause]
  const reason = reasonOf(trouble)
  const filled = (text: string) =>
    text.replace('STATUS', () => String(status ?? 0)).replaceAll(/\bHOST\b/g, () => host ?? 'the console')
  const detail: Sentence = { en: filled(said.en), zh: filled(said.zh) }
  return new Refusal(
    'upstream',
    {
      detail,
      logged: { trouble: cause, code, troubleHost: host, consoleStatus: status },
      ...(reason !== undefined && { reason }),
      ...(retryAfter !== undefined && { retryAfter, status: 503 }),
    },
    options,
  )
}
