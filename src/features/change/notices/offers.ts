import type { Notice } from './notices'

/** What is shown by itself, newest first: what went wrong and was not dismissed, and the last outcome. */
export interface Shown {
  readonly failures: readonly Notice[]
  readonly outcomes: readonly Notice[]
}

/** Whether a notice tells of something that is not, or may not be, as asked for. */
export function isFailure({ outcomes }: Notice): boolean {
  return outcomes.some(({ kind }) => kind !== 'done')
}

/** Returns what is shown by itself: the newest ones, at most `max` of them but at least one. */
export function shownNotices(notices: readonly Notice[], max: number): Shown {
  const shown = notices.filter((notice) => notice.isShown)
  const last = shown.find((notice) => !isFailure(notice))
  const newest = shown.filter((notice) => isFailure(notice) || notice === last).slice(0, Math.max(1, max))
  return { outcomes: newest.filter((notice) => notice === last), failures: newest.filter(isFailure) }
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
