const marginPx = 8

/**
 * Positions a shown popover (`position: fixed`) below its anchor, or above it where there is more room, aligned with its
 * end and inside the window.
 */
export function placeBeside(popover: HTMLElement, anchor: Element): void {
  const { right, bottom, top } = anchor.getBoundingClientRect()
  const { offsetHeight: height, offsetWidth: width } = popover
  const isRoomBelow = bottom + height < window.innerHeight
  const from = isRoomBelow ? bottom : top - height
  popover.style.top = `${clamp(from, window.innerHeight - height)}px`
  popover.style.left = `${clamp(right - width, window.innerWidth - width)}px`
}

function clamp(from: number, most: number): number {
  return Math.max(marginPx, Math.min(from, most - marginPx))
}
