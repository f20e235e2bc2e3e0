import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { copyText, selectText } from '../../lib/text/copy-text'
import classes from './CopyButton.module.css'

const toldMs = 3000

/** Two sheets, drawn by the style sheet, so that it costs a single element. */
export function CopyIcon() {
  return <span className={classes['icon']} aria-hidden />
}

interface CopyButtonProps {
  /** What is copied; a function where it takes long to put together. */
  text: string | (() => string)
  /** Says what is copied, as "Copy address https://…": one of a kind where it stands, and with the words shown in it. */
  name: string
  /** The words shown beside the icon. */
  children?: ReactNode
  /** The element that shows exactly this text. Without it, the text is shown when it has to be copied by hand. */
  shownIn?: RefObject<HTMLElement | null>
}

/** Copies a text and says that it did; where there is no clipboard, selects the text and says that instead. */
export function CopyButton({ text, name, children, shownIn }: CopyButtonProps) {
  const t = useTranslations('pieces.copy')
  const [outcome, setOutcome] = useState<'copied' | 'selected' | null>(null)

  useEffect(() => {
    if (outcome !== 'copied') return
    const timer = setTimeout(() => setOutcome(null), toldMs)
    return () => clearTimeout(timer)
  }, [outcome])

  const whole = () => (typeof text === 'string' ? text : text())

  async function handleClick() {
    const isCopied = await copyText(whole())
    if (!isCopied && shownIn) selectText(shownIn.current)
    setOutcome(isCopied ? 'copied' : 'selected')
  }

  return (
    <>
      <button type="button" className={classes['button']} aria-label={name} onClick={handleClick}>
        <CopyIcon />
        {children !== undefined && <span>{children}</span>}
      </button>
      <span className={classes['outcome']} role="status" data-outcome={outcome ?? undefined}>
        {outcome && t(outcome)}
      </span>
      {outcome === 'selected' && !shownIn && (
        <pre ref={selectText} className={classes['text']}>
          {whole()}
        </pre>
      )}
    </>
  )
}
