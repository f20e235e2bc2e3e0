import { searchText, type SearchText } from '../lib/text/rank-matches'

/** One of several things to choose from, in a list or behind a picker. */
export interface Choice {
  id: string
  /** What people call it; several may share a name. */
  name: string
  /** What tells it apart from others of its name. */
  detail: string
  /** Why it cannot be chosen, to be shown with it. */
  blocked?: string
  search: SearchText
}

/** Makes a choice that is found by its name, its detail, its id, and whatever else people may type (`alsoFoundBy`). */
export function makeChoice(
  { id, name, detail, blocked }: Omit<Choice, 'search'>,
  alsoFoundBy: readonly string[] = [],
): Choice {
  return {
    id,
    name,
    detail,
    search: searchText(name, [detail, ...alsoFoundBy], id),
    ...(blocked !== undefined && { blocked }),
  }
}
