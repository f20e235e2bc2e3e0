import { workerScript } from '../../../lib/dom/worker-script'
import { fetchPart } from '../../../lib/lazy-page'
import type { SheetCall, SheetCalls } from './sheet-work'
import type { WorkerCall } from './sheet-worker'

/** What works on sheets beside the page. */
export interface Work {
  /** Rejects where the work can't be done, as when its code couldn't be fetched. */
  ask: <Call extends SheetCall>(
    call: Call,
    input: SheetCalls[Call]['input'],
  ) => Promise<SheetCalls[Call]['output']>
  readonly end: () => void
}

/** Starts a worker, or returns what does the same in the page where there are none. Rejects where it can't be fetched. */
export function startWork(): Promise<Work> {
  return fetchPart(() => ('Worker' in globalThis ? workInWorker() : workInPage()))
}

async function workInWorker(): Promise<Work> {
  const { default: url } = await import('./sheet-worker?worker&url')
  const worker = new Worker(workerScript(url), { type: 'module' })
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(`The worker failed. ${message}`)))
  })
  failed.catch(() => undefined)

  function ask<Call extends SheetCall>(call: Call, input: SheetCalls[Call]['input']) {
    const { port1, port2 } = new MessageChannel()
    const answered = new Promise<SheetCalls[Call]['output']>((resolve) => {
      port1.onmessage = ({ data }: MessageEvent<SheetCalls[Call]['output']>) => {
        port1.close()
        resolve(data)
      }
    })
    const message: WorkerCall<Call> = { call, input }
    worker.postMessage(message, [port2])
    return Promise.race([answered, failed])
  }

  return { ask, end: () => worker.terminate() }
}

async function workInPage(): Promise<Work> {
  const { createSheetHandlers, handle } = await import('./sheet-work')
  const handlers = createSheetHandlers()
  return { ask: async (call, input) => Promise.resolve(handle(handlers, call, input)), end: () => undefined }
}
