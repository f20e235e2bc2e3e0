import { type ReactNode, useRef } from 'react'
import { visibleText } from '../../lib/text/clean-text'
import { CopyButton } from './CopyButton'
import classes from './CopyableText.module.css'

interface CopyableTextProps {
  text: string
  /** The name of its button, see `CopyButton`. */
  copyName: string
  /** Where the text leads, when it is the address of a page. */
  href?: string | undefined
  /** What is to be said of it, behind it. */
  children?: ReactNode
}

/** A text of one line or more, whole, with a button that copies it. */
export function CopyableText({ text, copyName, href, children }: CopyableTextProps) {
  const shown = useRef<HTMLElement>(null)
  return (
    <span className={classes['line']}>
      <code ref={shown} className={classes['text']}>
        {href === undefined ? (
          <bdi>{visibleText(text)}</bdi>
        ) : (
          <a href={href} target="_blank" rel="noreferrer">
            <bdi>{visibleText(text)}</bdi>
          </a>
        )}
      </code>
      <CopyButton text={text} name={copyName} shownIn={shown} />
      {children}
    </span>
  )
}
