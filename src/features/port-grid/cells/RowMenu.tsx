import { useEffect, useState } from 'react'
import { lazyPart } from '../../../components/lazy-part'

export interface RowMenuItem {
  name: string
  /** Marks an action that is hard to undo. */
  isDanger?: boolean
  /** Why the item can't be chosen, shown below its name. */
  blocked?: string | undefined
  onChoose: () => void
}

export interface RowMenuProps {
  /** The button that opened the menu, which is placed beside it and returns the focus to it. */
  button: HTMLButtonElement
  name: string
  items: readonly RowMenuItem[]
  onClose: () => void
}

const RowMenuList = lazyPart(() => import('./RowMenuList').then((module) => module.RowMenuList))

/**
 * The one menu of the grid. Its code is loaded with the first one; arrow keys that are pressed until then choose the item
 * that gets the focus.
 */
export function RowMenu(props: RowMenuProps) {
  const { button, onClose } = props
  const [focusOn, setFocusOn] = useState(0)

  useEffect(() => {
    function handleKey(event: KeyboardEvent) {
      if (document.activeElement !== button) return
      const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (move === undefined && event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      if (move === undefined) onClose()
      else setFocusOn((index) => index + move)
    }
    document.addEventListener('keydown', handleKey, true)
    return () => document.removeEventListener('keydown', handleKey, true)
  }, [button, onClose])

  return <RowMenuList {...props} focusOn={focusOn} onDismiss={onClose} />
}
