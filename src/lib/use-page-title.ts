import { useEffect } from 'react'

/** Gives the tab, the history and the screen reader the page's title; undefined leaves the last one. */
export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    if (title !== undefined) document.title = title
  }, [title])
}
