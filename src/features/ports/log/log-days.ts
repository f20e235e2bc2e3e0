import type { Event } from '../../../api/contract/event'
import { startOf } from './log-order'
import { momentOf } from './log-words'

/** The entries of one day of the reader's calendar. */
export interface LogDay {
  /** The first moment of the first entry, in milliseconds since 1970; null where no time is known. */
  at: number | null
  events: Event[]
}

/** Groups entries by day, in their order. An entry whose moment isn't known stays with its neighbour. */
export function logDays(events: readonly Event[]): LogDay[] {
  const days: LogDay[] = []
  for (const event of events) {
    const at = momentOf(startOf(event))
    const last = days.at(-1)
    if (last && (at === null || (last.at !== null && isSameDay(last.at, at)))) last.events.push(event)
    else days.push({ at, events: [event] })
  }
  return days
}

function isSameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString()
}

/** Names a day: today and yesterday in words, others by their date. */
export function dayName(at: number, now: number, language: string): string {
  const day = (moment: number) => new Date(moment).setHours(0, 0, 0, 0)
  const daysAgo = Math.round((day(now) - day(at)) / 86_400_000)
  if (daysAgo === 0 || daysAgo === 1) {
    const name = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-daysAgo, 'day')
    return name.charAt(0).toUpperCase() + name.slice(1)
  }
  const parts = { weekday: 'long', day: 'numeric', month: 'long' } as const
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return new Intl.DateTimeFormat(language, isThisYear ? parts : { ...parts, year: 'numeric' }).format(at)
}

/** Says how long ago a moment of today was, and at which time of day an earlier one. */
export function shortTime(at: number, now: number, language: string): string {
  if (!isSameDay(at, now) || at > now)
    return new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(at)
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const minutes = Math.floor((now - at) / 60_000)
  if (minutes < 1) return relative.format(0, 'second')
  return minutes < 60
    ? relative.format(-minutes, 'minute')
    : relative.format(-Math.floor(minutes / 60), 'hour')
}
