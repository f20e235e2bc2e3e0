import { useTranslations } from 'use-intl'
import { type Command, useCommands } from '../../../../lib/commands'
import { useNotices } from '../../use-engine'
import type { Notice } from '../notices'
import { lastWith } from '../offers'
import { undoKeys } from '../undo-keys'

/** Offers to take back the last change, and to make it again, where there is one. */
export function useUndoCommands(list: readonly Notice[]): void {
  const t = useTranslations('keyboard.page')
  const notices = useNotices()
  useCommands(
    (['undo', 'redo'] as const).flatMap((offer): Command[] => {
      const notice = lastWith(list, offer)
      if (!notice) return []
      const run = () => notices.undo(notice.id)
      return [{ id: offer, group: 'view', name: t(offer), keys: undoKeys[offer].shown, run }]
    }),
  )
}
