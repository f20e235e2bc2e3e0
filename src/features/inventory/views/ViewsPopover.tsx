import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Popover } from '../../../components/overlay/Popover'
import { useKeptFocus } from '../../../lib/dom/focus'
import { NameForm } from './NameForm'
import { ViewItem } from './ViewItem'
import { isSameName, renamedView, type SavedView, storedViews, withoutView, withView } from './saved-views'
import classes from './views.module.css'

interface ViewsPopoverProps {
  anchor: HTMLElement
  present: Omit<SavedView, 'name'>
  onChoose: (view: SavedView) => void
  onClose: () => void
}

/** The saved views: choosing, renaming and deleting one, and saving what is shown now. */
export function ViewsPopover({ anchor, present, onChoose, onClose }: ViewsPopoverProps) {
  const t = useTranslations('inventory.views')
  const [views, setViews] = useState(() => storedViews.read() ?? [])
  const [renaming, setRenaming] = useState<string | null>(null)
  const [deleted, setDeleted] = useState<SavedView | null>(null)
  const content = useKeptFocus<HTMLDivElement>()

  /** Another tab may have saved some meanwhile. */
  function change(next: (views: readonly SavedView[]) => SavedView[]) {
    const changed = next(storedViews.read() ?? [])
    storedViews.write(changed)
    setViews(changed)
    setDeleted(null)
    setRenaming(null)
  }

  const isTaken = (name: string, own = '') =>
    views.some((view) => isSameName(view.name, name) && !isSameName(view.name, own))

  return (
    <Popover anchor={anchor} title={t('title')} onClose={onClose}>
      <div ref={content} tabIndex={-1} className={classes['content']}>
        {views.length > 0 && (
          <ul className={classes['views']} aria-label={t('title')}>
            {views.map((view) => (
              <li key={view.name}>
                {renaming === view.name ? (
                  <NameForm
                    label={t('newName', { name: view.name })}
                    submit={t('rename')}
                    first={view.name}
                    isTaken={(name) => isTaken(name, view.name)}
                    onSubmit={(name) => change((all) => renamedView(all, view, name))}
                    onCancel={() => setRenaming(null)}
                  />
                ) : (
                  <ViewItem
                    view={view}
                    isPresent={isSameView(view, present)}
                    onChoose={() => {
                      onChoose(view)
                      onClose()
                    }}
                    onRename={() => setRenaming(view.name)}
                    onDelete={() => {
                      change((all) => withoutView(all, view.name))
                      setDeleted(view)
                    }}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
        {deleted && (
          <p className={classes['deleted']} role="status">
            <span>{t('deleted', { name: deleted.name })}</span>
            <Button size="xs" data-autofocus onClick={() => change((all) => withView(all, deleted))}>
              {t('undo')}
            </Button>
          </p>
        )}
        <NameForm
          label={t('name')}
          submit={t('save')}
          replace={t('replace')}
          first=""
          isTaken={(name) => isTaken(name)}
          onSubmit={(name) => change((all) => withView(all, { ...present, name }))}
        />
      </div>
    </Popover>
  )
}

function isSameView(view: SavedView, present: Omit<SavedView, 'name'>): boolean {
  const { filter, sort, isGrouped, hidden } = present
  const isSame = view.filter === filter && view.sort === sort && view.isGrouped === isGrouped
  return isSame && view.hidden.toSorted().join() === hidden.toSorted().join()
}
