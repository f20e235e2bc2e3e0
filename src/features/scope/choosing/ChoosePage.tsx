import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import type { ApiError } from '../../../api/errors/errors'
import { recoversByItself } from '../../../api/errors/recovery'
import { SearchList } from '../../../components/list/SearchList'
import type { ListColumn, ListItem } from '../../../components/list/list-item'
import { ErrorNote } from '../../../components/notes/ErrorNote'
import { visibleText } from '../../../lib/text/clean-text'
import { SideLinks } from '../SideLinks'
import { OpenConsole } from '../OpenConsole'
import { ScopeProblemNote } from '../ScopeProblemNote'
import { useScopeState } from '../link/remembered-scope'
import { problemOf } from '../link/resolve-scope'
import type { Level } from '../link/paths'
import { scopeNames } from '../link/scope'
import classes from '../scope.module.css'
import { useListSearch } from '../use-list-search'
import type { Scope } from '../use-scope'
import { useSingleChoice } from './use-single-choice'

interface ChoosePageProps {
  level: Level
  scope: Scope
  /** The query that `items` come from. */
  list: Pick<UseQueryResult, 'data' | 'isFetching' | 'refetch'>
  /** Why `list` failed last, or null. */
  failure: ApiError | null
  columns: readonly ListColumn[]
  /** Undefined while they are loading. */
  items: readonly ListItem[] | undefined
}

/** Lists what can be chosen at one level. The search is in the URL, so that Back and a reload keep it. */
export function ChoosePage({ level, scope, list, failure, columns, items }: ChoosePageProps) {
  const t = useTranslations('scope')
  const tList = useTranslations('choosing')
  const tApp = useTranslations('app')
  const { lost } = useScopeState()
  const { typed, setTyped } = useListSearch()
  const isTaken = useSingleChoice(scope.status === 'ready' ? items : undefined)

  const heading = tList(`headings.${level}`)
  const above = Object.values(scopeNames(scope.found)).at(-1)
  const problem =
    scope.status === 'error'
      ? scope.problem
      : failure && list.data === undefined
        ? problemOf(failure, level, scope.segments)
        : null
  const retry = scope.status === 'error' ? scope.retry : () => void list.refetch()

  const countOf = (shown: number, total: number) => {
    const all = tList(`counts.${level}`, { total })
    return shown === total ? all : tList('shown', { shown, all })
  }

  return (
    <div className={classes['page']}>
      {lost && (
        <p className={classes['lost']} role="status">
          {tList(`lost.${lost.level}`, { name: visibleText(lost.name) })}
        </p>
      )}
      {problem ? (
        <ScopeProblemNote problem={problem} segments={scope.segments} onRetry={retry} />
      ) : (
        <>
          <title>{tApp('title', { page: above === undefined ? heading : `${heading} · ${above}` })}</title>
          <div className={classes['headline']}>
            <h1 className={classes['heading']}>{heading}</h1>
            <SideLinks segments={scope.segments} page={scope.page} place="list" />
          </div>
          <SearchList
            key={level}
            label={t(`lists.${level}`)}
            searchLabel={tList(`search.${level}`)}
            typed={typed}
            onType={setTyped}
            columns={columns}
            items={isTaken ? undefined : items}
            failure={
              failure && (
                <ErrorNote
                  title={t(`problem.failed.${level}`)}
                  problem={failure}
                  onRetry={retry}
                  isTriedAgain={recoversByItself(failure)}
                />
              )
            }
            emptyAction={<OpenConsole />}
            isRefreshing={list.isFetching}
            onRefresh={() => void list.refetch()}
            words={{
              refresh: tList('refresh'),
              loading: t('loading'),
              count: countOf,
              empty: { title: tList(`empty.${level}.title`), text: tList(`empty.${level}.text`) },
              noMatch: (typed) => tList('noMatch', { typed }),
              clear: tList('clear'),
            }}
          />
        </>
      )}
    </div>
  )
}
