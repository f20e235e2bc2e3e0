import { vi } from 'vitest'

/** Waits in tests end at this bound, in ms: far above what a busy machine needs, and below a test's own time-out. */
const timeout = 50_000

const { waitFor, waitUntil } = vi
vi.waitFor = (callback, options) => waitFor(callback, patient(options))
vi.waitUntil = (callback, options) => waitUntil(callback, patient(options))

function patient(options: number | object | undefined) {
  return typeof options === 'number' ? options : { timeout, ...options }
}

if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/react')
  configure({ asyncUtilTimeout: timeout })
}
