import { Combobox, type ComboboxStore } from '@mantine/core'
import { type ReactNode, useEffect, useEffectEvent } from 'react'
import { visibleText } from '../../lib/text/clean-text'
import { Anchor } from '../overlay/Anchor'
import classes from './OptionsDropdown.module.css'

interface DropdownOption {
  id: string
  name: string
  detail: string | null
  /** Why it can't be chosen, shown in place of the detail. */
  blocked?: string
}

interface OptionsDropdownProps<Option extends DropdownOption> {
  anchor: HTMLElement
  store: ComboboxStore
  listId: string
  label: string
  /** Whether details stand below the names, or beside them. */
  details: 'below' | 'beside'
  /** The same array until they change. */
  options: readonly Option[]
  /** The option that is chosen at present, or null; undefined where none ever is. */
  chosenId?: string | null
  /** Called when other options are in the page: marks one of them. */
  onShown: () => void
  onChoose: (option: Option) => void
  /** Stands below the options. */
  children?: ReactNode
}

/** What opens below a field: what can be chosen for it. The focus stays in the field. */
export function OptionsDropdown<Option extends DropdownOption>(props: OptionsDropdownProps<Option>) {
  const { anchor, store, listId, label, details, options, chosenId, onChoose, children } = props

  const handleShown = useEffectEvent(() => props.onShown())
  useEffect(() => {
    const soon = requestAnimationFrame(() => handleShown())
    return () => cancelAnimationFrame(soon)
  }, [options])

  return (
    <Combobox
      store={store}
      position="bottom-start"
      width="max-content"
      offset={4}
      onOptionSubmit={(value) => {
        const option = options.find(({ id }) => id === value)
        if (option) onChoose(option)
      }}
    >
      <Combobox.Target>
        <Anchor element={anchor} />
      </Combobox.Target>
      {/* Keeps the focus in the field. */}
      <Combobox.Dropdown
        className={classes['dropdown'] ?? ''}
        onMouseDown={(event) => event.preventDefault()}
      >
        <Combobox.Options
          id={listId}
          aria-label={label}
          className={classes['options'] ?? ''}
          data-details={details}
        >
          {options.map(({ id, name, detail, blocked }) => (
            <Combobox.Option
              key={id}
              value={id}
              active={id === chosenId}
              aria-selected={chosenId === undefined ? undefined : id === chosenId}
              aria-disabled={blocked !== undefined || undefined}
              className={classes['option'] ?? ''}
            >
              <bdi className={classes['name']}>{visibleText(name)}</bdi>
              {detail !== null && <bdi className={classes['detail']}>{blocked ?? visibleText(detail)}</bdi>}
            </Combobox.Option>
          ))}
        </Combobox.Options>
        {children}
      </Combobox.Dropdown>
    </Combobox>
  )
}
