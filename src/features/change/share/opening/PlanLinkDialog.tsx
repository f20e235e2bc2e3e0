import { Button, Loader } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { ErrorNote } from '../../../../components/notes/ErrorNote'
import { Dialog } from '../../../../components/overlay/Dialog'
import { DialogFooter } from '../../../../components/overlay/DialogFooter'
import classes from '../share.module.css'
import type { Opened } from './open-plan-link'

interface PlanLinkDialogProps {
  /** Null while it is being opened. */
  opened: Exclude<Opened, { kind: 'reviewed' }> | null
  onClose: () => void
  onRetry: () => void
}

/** Says what became of a link where that is no review. */
export function PlanLinkDialog({ opened, onClose, onRetry }: PlanLinkDialogProps) {
  const t = useTranslations('share.opening')
  return (
    <Dialog opened onClose={onClose} title={t('title')} size="md">
      <div className={classes['content']}>
        <div role="status">{opened ? <Result opened={opened} onRetry={onRetry} /> : <Reading />}</div>
        <DialogFooter>
          <Button data-autofocus onClick={onClose}>
            {t(opened ? 'close' : 'cancel')}
          </Button>
        </DialogFooter>
      </div>
    </Dialog>
  )
}

function Reading() {
  const t = useTranslations('share.opening')
  return (
    <p className={classes['reading']}>
      <Loader size={14} color="currentColor" />
      <span>{t('reading')}</span>
    </p>
  )
}

function Result({
  opened,
  onRetry,
}: {
  opened: NonNullable<PlanLinkDialogProps['opened']>
  onRetry: () => void
}) {
  const t = useTranslations('share.opening')
  switch (opened.kind) {
    case 'problem':
      return <p>{t(opened.problem)}</p>
    case 'unread':
      return <ErrorNote problem={opened.error} onRetry={onRetry} />
    case 'nothing':
      return (
        <>
          {opened.isFound && <p>{t('nothing')}</p>}
          <Missing names={opened.missing} />
        </>
      )
  }
}

/** Names the components of a link that were not found. */
export function Missing({ names }: { names: readonly string[] }) {
  const t = useTranslations('share')
  if (names.length === 0) return null
  return <p>{t('opening.missing', { components: names.join(t('listSeparator')) })}</p>
}
