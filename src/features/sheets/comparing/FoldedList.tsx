import { UnstyledButton } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { WindowedList } from '../../../components/list/WindowedList'
import classes from './comparing.module.css'

interface FoldedListProps<Item extends { readonly id: string }> {
  /** What the button that unfolds it says. */
  title: string
  label: string
  items: readonly Item[]
  isOpenAtFirst?: boolean
  children: (item: Item) => ReactNode
}

/** A list below a button that shows and hides it; nothing where it is empty. */
export function FoldedList<Item extends { readonly id: string }>({
  title,
  label,
  items,
  isOpenAtFirst = false,
  children,
}: FoldedListProps<Item>) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst)
  if (items.length === 0) return null
  return (
    <div className={classes['folded']} data-open={isOpen || undefined}>
      <UnstyledButton
        className={classes['unfold'] ?? ''}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span>{title}</span>
      </UnstyledButton>
      {isOpen && (
        <WindowedList items={items} label={label} itemHeightPx={40}>
          {children}
        </WindowedList>
      )}
    </div>
  )
}
