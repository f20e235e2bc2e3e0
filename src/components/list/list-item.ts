import type { ReactNode } from 'react'
import type { Choice } from '../choice'

/** A short fact about something on a list. */
export interface ListMark {
  id: string
  label: string
  tone: 'plain' | 'good' | 'notable' | 'bad'
  /** Explains a label that is not obvious. */
  title?: string
}

/** A column of a list. */
export interface ListColumn {
  id: string
  heading: string
  /** A track of a CSS grid that doesn't depend on the content, so that all rows agree. */
  width: string
  /** The least room in which it is shown: a table of about 1,000 px, or one of about 700. */
  from?: 'wide' | 'medium'
}

/** A choice with a link, unless it is blocked. */
export interface ListItem extends Choice {
  /** A path of the app, without the base path. */
  href?: string
  /** Stand after the name. */
  marks: readonly ListMark[]
  /** What stands in the columns after the name, one each. */
  cells: readonly ReactNode[]
}
