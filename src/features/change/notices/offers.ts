import type { Notice } from './notices'

/** How many are shown by themselves at a time. */
const maxShown = 3

/** What is shown by itself, newest first: the last outcome, and what went wrong and was not dismissed. */
export interface Shown {
  readonly failures: readonly Notice[]
  readonly outcomes: readonly Notice[]
}

/** Whether a notice tells of something that is not, or may not be, as asked for. */
export function isFailure({ outcome }: Notice): boolean {
  return outcome.kind !== 'done'
}

/** Returns what is shown by itself, beside `others` that are shown as well. */
export function shownNotices(notices: readonly Notice[], others: number): Shown {
  const shown = notices.filter((notice) => notice.isShown)
  const outcomes = shown.filter((notice) => !isFailure(notice)).slice(0, 1)
  const left = Math.max(1, maxShown - outcomes.length - others)
  return { outcomes, failures: shown.filter(isFailure).slice(0, left) }
}

/** Returns the notice of a chain that can be taken back, or is being: where an undo was refused, that of the change. */
export function takenBackOf(notices: readonly Notice[], chain: number): Notice | undefined {
  return notices.find((notice) => notice.chain === chain && (notice.canUndo || notice.isRunning))
}

/** Returns whether taking back what a notice tells undoes a change or makes it again. */
export function offerOf({ direction }: Notice): 'undo' | 'redo' {
  return direction === 'undo' ? 'redo' : 'undo'
}

/** Returns the last change that can be undone, or the last undo that can be made again. */
export function lastWith(notices: readonly Notice[], offer: 'undo' | 'redo'): Notice | undefined {
  return notices.find((notice) => notice.canUndo && offerOf(notice) === offer)
}
