import { createSheetHandlers, handle, type SheetCall, type SheetCalls } from './sheet-work'

/** Answers on the port that comes with it. */
export interface WorkerCall<Call extends SheetCall> {
  readonly call: Call
  readonly input: SheetCalls[Call]['input']
}

const handlers = createSheetHandlers()

self.addEventListener('message', ({ data, ports }: MessageEvent<WorkerCall<SheetCall>>) => {
  ports[0]?.postMessage(handle(handlers, data.call, data.input))
})
