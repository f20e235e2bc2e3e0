import { Pill, PillsInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import IconSearch from '@tabler/icons-react/icons/IconSearch'
import IconX from '@tabler/icons-react/icons/IconX'
import { useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../../../components/IconButton'
import { lazyPart } from '../../../components/lazy-part'
import { visibleText } from '../../../lib/text/clean-text'
import { formatFilter } from '../query/format-query'
import toolbarClasses from '../../port-grid/host/toolbar-parts.module.css'
import type { Known } from './completion'
import classes from './search-box.module.css'
import { useSearchBox } from './use-search-box'
import type { SearchWords } from './use-search-words'

const SuggestionList = lazyPart(() => import('./SuggestionList').then((module) => module.SuggestionList))

/** The whole hint would be cut in it. */
const narrow = '(max-width: 36em)'

interface SearchBoxProps {
  search: string
  onSearch: (search: string) => void
  /** Called before anything is typed. */
  onFocus: () => void
  /** The same object until something about it changes. */
  known: Known
  words: SearchWords
}

/** The box that the ports are searched with: finished filters as chips, and a field that completes what is typed. */
export function SearchBox({ search, onSearch, onFocus, known, words }: SearchBoxProps) {
  const t = useTranslations('inventory')
  const tPorts = useTranslations('ports')
  const isNarrow = useMediaQuery(narrow, undefined, { getInitialValueInEffect: false })
  const field = useRef<HTMLInputElement>(null)
  const [frame, setFrame] = useState<HTMLDivElement | null>(null)
  const problemsId = useId()
  const box = useSearchBox(search, onSearch, known)
  const { chips, typed, suggestions, problems } = box
  const isExpanded = box.store.dropdownOpened && suggestions.length > 0
  const hint = isNarrow ? tPorts('names.filter') : t('filterHint')

  function refocus(change: () => void) {
    change()
    field.current?.focus()
  }

  return (
    <div className={classes['search']}>
      <PillsInput
        ref={setFrame}
        className={classes['frame'] ?? ''}
        leftSection={<IconSearch size={16} stroke={1.75} />}
        leftSectionPointerEvents="none"
        rightSectionPointerEvents={search === '' ? 'none' : 'all'}
        rightSection={
          search === '' ? (
            <kbd className={toolbarClasses['key']} aria-hidden>
              /
            </kbd>
          ) : (
            <IconButton size="xs" label={tPorts('clearFilter')} onClick={() => refocus(box.clear)}>
              <IconX size={14} stroke={1.75} />
            </IconButton>
          )
        }
      >
        <Pill.Group gap={4}>
          {chips.map((filter, at) => {
            const label = visibleText(words.filterLabel(filter))
            return (
              <Pill
                // Chips only come at the end, and two may be the same.
                key={`${String(at)} ${formatFilter(filter)}`}
                size="md"
                radius="sm"
                className={classes['chip'] ?? ''}
                title={formatFilter(filter)}
                withRemoveButton
                onRemove={() => refocus(() => box.remove(at))}
                removeButtonProps={{
                  'aria-hidden': false,
                  'aria-label': t('search.remove', { filter: label }),
                  tabIndex: 0,
                }}
              >
                {label}
              </Pill>
            )
          })}
          <PillsInput.Field
            ref={field}
            role="combobox"
            aria-label={tPorts('names.filter')}
            aria-keyshortcuts="/"
            aria-autocomplete="list"
            aria-expanded={isExpanded}
            aria-controls={isExpanded ? box.listId : undefined}
            aria-activedescendant={isExpanded ? (box.activeId ?? undefined) : undefined}
            aria-invalid={problems.length > 0 || undefined}
            aria-describedby={problems.length > 0 ? problemsId : undefined}
            placeholder={chips.length === 0 ? hint : undefined}
            value={typed}
            onChange={box.handleChange}
            onCompositionEnd={box.handleCompositionEnd}
            onKeyDown={box.handleKeyDown}
            onFocus={onFocus}
            onClick={box.open}
            onBlur={box.finish}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
          />
        </Pill.Group>
      </PillsInput>
      <div id={problemsId} role="status" className={classes['problems']}>
        {problems.map((problem) => {
          const text = visibleText(words.problem(problem))
          return <p key={text}>{text}</p>
        })}
      </div>
      {isExpanded && frame && (
        <SuggestionList
          anchor={frame}
          store={box.store}
          listId={box.listId}
          suggestions={suggestions}
          isSure={box.isSure}
          onActive={box.setActiveId}
          onChoose={box.choose}
        />
      )}
    </div>
  )
}
