import { type MouseEvent, useCallback, useState } from 'react'
import { copyText, selectText } from '../../../lib/text/copy-text'

/** Pixels between a button and what is said about its copy. */
const bubbleGap = 4

/** The outcome of the last copy, and where it happened. */
export interface Copying {
  text: string
  isCopied: boolean
  /** Pixels within the frame of the grid: below the button's lower edge, and its distance from the frame's end. */
  top: number
  end: number
}

/** The row whose addresses are all shown, and the button that opened them. */
export interface OpenAddresses {
  id: string
  button: HTMLElement
}

export interface AddressButtons {
  handleClick: (event: MouseEvent<HTMLElement>) => void
  copying: Copying | null
  forgetCopying: () => void
  openPublicAddresses: OpenAddresses | null
  closeAddresses: () => void
}

/** Handles the buttons of all address cells, so that rows need no handlers of their own. */
export function useAddressButtons(): AddressButtons {
  const [copying, setCopying] = useState<Copying | null>(null)
  const [openPublicAddresses, setOpenAddresses] = useState<OpenAddresses | null>(null)

  async function copy(grid: HTMLElement, button: HTMLElement, text: string) {
    const isCopied = await copyText(text)
    if (!isCopied) selectText(button.parentElement?.querySelector('[data-address]') ?? null)
    const outer = (grid.parentElement ?? grid).getBoundingClientRect()
    const inner = button.getBoundingClientRect()
    setCopying({ text, isCopied, top: inner.bottom + bubbleGap - outer.top, end: outer.right - inner.right })
  }

  return {
    handleClick({ target, currentTarget }) {
      const button = target instanceof Element ? target.closest('button') : null
      if (!button) return
      const { copy: text, moreAddresses: asksForAll } = button.dataset
      if (text === undefined) setCopying(null)
      else void copy(currentTarget, button, text)
      const id = button.closest<HTMLElement>('[data-id]')?.dataset['id']
      if (asksForAll !== undefined && id !== undefined) setOpenAddresses({ id, button })
    },
    copying,
    forgetCopying: useCallback(() => setCopying(null), []),
    openPublicAddresses,
    closeAddresses: () => setOpenAddresses(null),
  }
}
