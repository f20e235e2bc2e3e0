import { Combobox, Modal, TextInput, useCombobox } from '@mantine/core'
import { useId } from '@mantine/hooks'
import IconSearch from '@tabler/icons-react/icons/IconSearch'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Session } from '../../api/contract/session'
import { sessionQuery } from '../../api/resources/session'
import { useIsTopmost } from '../../components/overlay/use-is-topmost'
import { contentId } from '../../lib/dom/focus'
import { navigate } from '../../lib/navigation/navigation-guard'
import { usePaced } from '../../lib/use-paced'
import type { EarlyTyping } from './EarlyPalette'
import { PaletteOptions } from './PaletteOptions'
import { PaletteStatus } from './PaletteStatus'
import type { Entry } from './entries/entry'
import { shownEntries } from './entries/found-groups'
import { namesPort, portCandidates } from './entries/port-candidates'
import { keepRecent } from './entries/recents'
import classes from './palette.module.css'
import { useChoice } from './use-choice'
import { useEntries } from './use-entries'

export interface PaletteProps {
  /** What was typed while the palette was loading. */
  early: EarlyTyping
  onEarly: (typed: EarlyTyping) => void
  /** Returns the focus to where it was. */
  onClose: () => void
}

/** Milliseconds: what a quick reading brings needn't be announced in between. */
const paceMs = 100

/** A dialog with one field, which finds pages, places and actions by a few words. Only for somebody who is signed in. */
export function Palette(props: PaletteProps) {
  const session = useQuery(sessionQuery()).data
  return session && <PaletteDialog {...props} session={session} />
}

function PaletteDialog({ session, early, onClose }: PaletteProps & { session: Session }) {
  const t = useTranslations('palette')
  const label = useTranslations('app')('palette')
  const store = useCombobox()
  const isTopmost = useIsTopmost(true)
  const listId = useId()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(early.typed)
  const { found, latest, reader, isReady } = useEntries(session)
  const reading = usePaced(reader.subscribe, reader.state, paceMs)
  const { groups, searched, active, isEnterKept, forget, handleKeyDown } = useChoice({
    found,
    latest,
    typed,
    isEntered: early.isEntered,
    isReading,
    onChoose: choose,
  })
  const candidates = useMemo(
    () => (namesPort(searched) ? portCandidates(found.components, searched) : null),
    [found, searched],
  )
  useEffect(() => {
    if (candidates) reader.readPorts(candidates.components)
  }, [reader, candidates])

  /** Whether what is typed may be found yet. */
  function isReading(): boolean {
    reader.readPorts(portCandidates(latest().components, typed).components)
    return reader.state().open.length > 0
  }

  function choose({ blocked, does, ...entry }: Entry) {
    if (blocked !== null) return
    onClose()
    if ('run' in does) {
      does.run()
      return
    }
    keepRecent(session, { ...entry, blocked, does })
    // From there, the page that is opened takes the focus to where it begins.
    document.getElementById(contentId)?.focus({ preventScroll: true })
    navigate(does.path)
  }

  /** Focuses the field at once: the dialog itself does that a moment later, and what is typed meanwhile is lost. */
  const takeOver = useCallback((input: HTMLInputElement | null) => {
    field.current = input
    input?.focus({ preventScroll: true })
  }, [])

  function handleRetry() {
    // The button goes with what it retries.
    field.current?.focus()
    reader.retry()
  }

  const optionId = ({ id }: Entry) => `${listId}-${encodeURIComponent(id)}`
  const isExpanded = active !== undefined
  return (
    <Modal.Root
      opened
      onClose={onClose}
      closeOnEscape={isTopmost}
      returnFocus={false}
      size="lg"
      yOffset="min(10vh, 5rem)"
      transitionProps={{ duration: 0 }}
      classNames={{ content: classes['content'] ?? '' }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={label}>
        <Combobox
          store={store}
          onOptionSubmit={(id) => {
            const entry = shownEntries(groups).find((each) => each.id === id)
            if (entry) choose(entry)
          }}
        >
          <TextInput
            ref={takeOver}
            data-autofocus
            className={classes['field'] ?? ''}
            size="md"
            variant="unstyled"
            role="combobox"
            aria-label={label}
            aria-autocomplete="list"
            aria-expanded={isExpanded}
            aria-controls={isExpanded ? listId : undefined}
            aria-activedescendant={active && optionId(active)}
            placeholder={t('placeholder')}
            leftSection={<IconSearch size={18} stroke={1.75} />}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="go"
            value={typed}
            onChange={(event) => {
              forget()
              setTyped(event.currentTarget.value)
            }}
            onKeyDown={handleKeyDown}
          />
          <PaletteOptions listId={listId} label={label} groups={groups} active={active} optionId={optionId} />
        </Combobox>
        <PaletteStatus
          reading={reading}
          groups={groups}
          searched={searched}
          candidates={candidates}
          isReady={isReady}
          isEnterKept={isEnterKept}
          onRetry={handleRetry}
        />
      </Modal.Content>
    </Modal.Root>
  )
}
