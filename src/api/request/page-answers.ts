import type { Answer } from './client'

/** Milliseconds after the page was asked for, after which its answers are too old to be shown as new. */
const longestAgeMs = 10_000

// The command line has none.
const page = typeof document === 'undefined' ? null : document

const promise = () => page?.querySelector<HTMLMetaElement>('meta[name="answers"]')

/** The paths of the answers that come with the page and that nobody has asked for yet (gateway/static/read-ahead.ts). */
let promised: Set<string> | undefined

/** Whether the gateway knew who is signed in when it sent this page. */
export const hasPageAnswers = (): boolean => promise() != null

/** Forgets the answers that nobody has asked for, because they belong to somebody who has signed out. */
export function dropPageAnswers(): void {
  promised = new Set()
  page?.querySelectorAll('meta[name="answers"], script[data-answer]').forEach((part) => part.remove())
}

/**
 * Returns the answer to a read that the gateway has sent, or is still sending, with the page: once, and as long as it is new.
 * Returns null where there is none, and resolves with undefined where it doesn't come.
 */
export function pageAnswer(path: string, signal?: AbortSignal | null): Promise<Answer | undefined> | null {
  promised ??= new Set(promise()?.content.split(' '))
  if (!page || !promised.delete(path) || performance.now() > longestAgeMs) return null
  return new Promise((resolve, reject) => {
    const watch = new MutationObserver(look)
    function look() {
      const block = page?.querySelector<HTMLScriptElement>(`script[data-answer="${path}"]`)
      // Paths are encoded. The gateway writes a comment behind each block.
      const isWhole = block?.nextSibling
      if (!isWhole && page?.readyState === 'loading') return
      watch.disconnect()
      resolve(isWhole ? take(block) : undefined)
    }
    watch.observe(page.body, { childList: true })
    page.addEventListener('DOMContentLoaded', look)
    signal?.addEventListener('abort', reject)
    look()
  })
}

function take(block: HTMLScriptElement): Answer | undefined {
  const { dataset, textContent } = block
  block.remove()
  const status = Number(dataset['status'])
  const ok = status < 300
  // The gateway knew the browser's language only, and its refusals hold sentences.
  if (!ok && document.documentElement.lang.slice(0, 2) !== promise()?.dataset['language']) return undefined
  const headers = new Headers(JSON.parse(dataset['headers'] ?? '{}') as HeadersInit)
  return { ok, status, headers, text: () => Promise.resolve(textContent) }
}
