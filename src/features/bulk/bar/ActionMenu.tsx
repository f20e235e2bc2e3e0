import { Button, Menu } from '@mantine/core'
import IconChevronUp from '@tabler/icons-react/icons/IconChevronUp'
import { useRef } from 'react'

interface ActionMenuProps {
  name: string
  actions: readonly { name: string; run: () => void }[]
}

/** A button of the bar with the actions of one kind. */
export function ActionMenu({ name, actions }: ActionMenuProps) {
  const button = useRef<HTMLButtonElement>(null)

  function handleChoice(run: () => void) {
    // Not left to the menu: it would take the focus from the review, which returns it to here.
    button.current?.focus({ preventScroll: true })
    run()
  }

  return (
    <Menu position="top-start" width="max-content" returnFocus={false}>
      <Menu.Target>
        <Button ref={button} size="xs" rightSection={<IconChevronUp size={14} aria-hidden />}>
          {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => (
          <Menu.Item key={action.name} onClick={() => handleChoice(action.run)}>
            {action.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
