import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { visibleText } from '../../../lib/text/clean-text'
import classes from './copy-bubble.module.css'
import type { Copying } from './use-address-buttons'

const toldMs = { copied: 3000, selected: 10_000 }

interface CopyBubbleProps {
  copying: Copying | null
  onGone: () => void
}

/** Shows and announces the outcome of the last copy, beside its button. One for the whole grid. */
export function CopyBubble({ copying, onGone }: CopyBubbleProps) {
  const t = useTranslations('pieces.copy')

  useEffect(() => {
    if (!copying) return
    const timer = setTimeout(onGone, copying.isCopied ? toldMs.copied : toldMs.selected)
    return () => clearTimeout(timer)
  }, [copying, onGone])

  return (
    <div role="status">
      {copying && (
        <span
          className={classes['bubble']}
          data-copied={copying.isCopied}
          style={{ top: copying.top, insetInlineEnd: copying.end }}
        >
          {copying.isCopied ? t('copiedText', { text: visibleText(copying.text) }) : t('selected')}
        </span>
      )}
    </div>
  )
}
