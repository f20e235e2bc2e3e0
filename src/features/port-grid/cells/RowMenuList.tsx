import { Menu, Text } from '@mantine/core'
import { useEffect, useId, useRef } from 'react'
import { Anchor } from '../../../components/overlay/Anchor'
import type { RowMenuProps } from './RowMenu'
import classes from './row-menu.module.css'

interface RowMenuListProps extends RowMenuProps {
  /** The index of the item that gets the focus; -1 is the last. */
  focusOn: number
}

/** The menu itself, by Mantine. It returns the focus to its button however it closes. */
export function RowMenuList({ button, name, items, focusOn, onClose }: RowMenuListProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    // After Mantine has placed it.
    const frame = requestAnimationFrame(() =>
      [...(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])].at(focusOn)?.focus(),
    )
    return () => cancelAnimationFrame(frame)
  }, [focusOn])

  function close() {
    onClose()
    button.focus({ preventScroll: true })
  }

  return (
    <Menu
      opened
      onClose={close}
      position="bottom-end"
      offset={4}
      trapFocus={false}
      returnFocus={false}
      withInitialFocusPlaceholder={false}
      closeOnItemClick={false}
      width="max-content"
    >
      <Menu.Target>
        <Anchor element={button} />
      </Menu.Target>
      <Menu.Dropdown
        ref={list}
        aria-label={name}
        maw={320}
        onKeyDown={(event) => {
          if (event.key === 'Tab') close()
        }}
      >
        {items.map((item, index) => (
          <Menu.Item
            key={item.name}
            className={classes['item'] ?? ''}
            data-danger={item.isDanger || undefined}
            aria-disabled={item.blocked === undefined ? undefined : true}
            aria-label={item.blocked === undefined ? undefined : item.name}
            aria-describedby={item.blocked === undefined ? undefined : `${id}-${index}`}
            onClick={() => {
              if (item.blocked !== undefined) return
              close()
              item.onChoose()
            }}
          >
            <span>{item.name}</span>
            {item.blocked !== undefined && (
              <Text id={`${id}-${index}`} component="span" display="block" size="xs" c="dimmed">
                {item.blocked}
              </Text>
            )}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
