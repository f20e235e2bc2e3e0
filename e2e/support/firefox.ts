import type { Browser, Request } from '@playwright/test'

/** A command that Playwright sends to each new context, to emulate light or dark. */
const unknownCommand = 'emulation.setMediaFeaturesOverride'

/** The header that holds the body of a request. The gateway ignores it. */
const bodyHeader = 'x-sent-body'

/** Runs in each page before anything else, and keeps Playwright from replacing what it defines. */
const pageScript = `{
  const insert = (text) => void document.execCommand('insertText', false, text)
  Object.defineProperty(window, '__pw_bidiInsertText', { get: () => insert, set() {} })
  const { fetch } = window
  window.fetch = (input, init) => {
    if (typeof init?.body !== 'string') return fetch(input, init)
    const headers = new Headers(init.headers)
    headers.set('${bodyHeader}', encodeURIComponent(init.body))
    return fetch(input, { ...init, headers })
  }
}`

/** Runs in each page of a context with dark colors, and answers as a dark system does. */
const darkScript = `{
  const { matchMedia } = window
  window.matchMedia = (query) => matchMedia(query === '(prefers-color-scheme: dark)' ? 'all' : query)
}`

/**
 * Fills the gaps of Playwright with a stock Firefox, which it drives by WebDriver BiDi: answers a command that this Firefox
 * doesn't know, tells the page which colors the system has, inserts text as the browser does (Playwright sets the value of a field, which React doesn't notice), and
 * reports the bodies of requests, which BiDi doesn't. Playwright has no options for this, so it reaches inside, and throws
 * when another version looks different there.
 */
export function adaptStockFirefox(browser: Browser): void {
  answerUnknownCommand(browser)
  const newContext = browser.newContext.bind(browser)
  browser.newContext = async (options) => {
    const context = await newContext(options)
    await context.addInitScript(pageScript)
    if (options?.colorScheme === 'dark') await context.addInitScript(darkScript)
    return context
  }
}

/** Returns the JSON body of a request in any browser; null if it has none. */
export function bodyOf(request: Request): unknown {
  const reported = request.headers()[bodyHeader]
  return reported === undefined ? request.postDataJSON() : JSON.parse(decodeURIComponent(reported))
}

function answerUnknownCommand(browser: Browser) {
  const toImpl = part(part(browser, '_connection'), 'toImpl')
  const session = part(isFunction(toImpl) ? toImpl(browser) : undefined, '_browserSession')
  const send = part(session, 'send')
  if (typeof session !== 'object' || session === null || !isFunction(send))
    throw new Error('e2e/support/firefox.ts does not fit this version of Playwright')
  const answered = (method: unknown, ...rest: readonly unknown[]) =>
    method === unknownCommand ? Promise.resolve({}) : send.call(session, method, ...rest)
  Reflect.set(session, 'send', answered)
}

function part(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined
}

function isFunction(value: unknown): value is (...args: readonly unknown[]) => unknown {
  return typeof value === 'function'
}
