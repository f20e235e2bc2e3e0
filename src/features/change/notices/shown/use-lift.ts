import { type RefObject, useEffect } from 'react'
import type { Notice } from '../notices'

/** Pixels between the notices and what they keep clear of. */
const gap = 8

/** The part of the window's height by which notices are lifted at most: further up they would be in the way of the rest. */
const largestLift = 0.25

/**
 * Lifts the notices above the row whose change they tell, where they would cover it; where there is no room above it
 * either, they stay.
 */
export function useLift(region: RefObject<HTMLElement | null>, notice: Notice | undefined): void {
  useEffect(() => {
    const element = region.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      element.style.removeProperty('--lift')
      const lift = notice ? liftAbove(rowsOf(notice), element) : 0
      if (lift > 0) element.style.setProperty('--lift', `${lift}px`)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [region, notice])
}

function liftAbove(rows: readonly Element[], region: HTMLElement): number {
  const { top, bottom, height } = region.getBoundingClientRect()
  if (height === 0) return 0
  const covered = rows
    .map((row) => row.getBoundingClientRect())
    .filter((row) => row.bottom > top - gap && row.top < bottom + gap)
    .map((row) => row.top)
  if (covered.length === 0) return 0
  const lift = bottom - Math.min(...covered) + gap
  const header = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0
  return top - lift < header + gap || lift > innerHeight * largestLift ? 0 : lift
}

function rowsOf({ outcomes }: Notice): Element[] {
  const [outcome, ...others] = outcomes
  // Of several components, no one row is meant.
  if (others.length > 0) return []
  const numbers = new Set(outcome?.desired?.ports.map(([port]) => String(port)))
  return [...document.querySelectorAll('[role="rowheader"]')]
    .filter((cell) => numbers.has(cell.textContent.trim()))
    .flatMap((cell) => cell.closest('[role="row"]') ?? [])
}
