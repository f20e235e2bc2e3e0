import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import type { ApiError } from '../../../api/errors/errors'
import { recoversByItself } from '../../../api/errors/recovery'
import type { ListItem } from '../../../components/list/ListRow'
import { SearchList } from '../../../components/list/SearchList'
import { ErrorNote } from '../../../components/notes/ErrorNote'
import { visibleText } from '../../../lib/text/clean-text'
import { ScopeProblemNote } from '../ScopeProblemNote'
import { useScopeState } from '../link/remembered-scope'
import { problemOf } from '../link/resolve-scope'
import type { Level } from '../link/paths'
import classes from '../scope.module.css'
import type { Scope } from '../use-scope'
import { useSingleChoice } from './use-single-choice'

interface ChoosePageProps {
  level: Level
  scope: Scope
  /** The query that `items` come from. */
  list: Pick<UseQueryResult, 'data' | 'isFetching' | 'refetch'>
  /** Why `list` failed last, or null. */
  failure: ApiError | null
  /** Undefined while they are loading. */
  items: readonly ListItem[] | undefined
}

/** Lists what can be chosen at one level. */
export function ChoosePage({ level, scope, list, failure, items }: ChoosePageProps) {
  const t = useTranslations('scope')
  const tApp = useTranslations('app')
  const { lost } = useScopeState()
  const isTaken = useSingleChoice(scope.status === 'ready' ? items : undefined)

  const heading = t(`headings.${level}`)
  const problem =
    scope.status === 'error'
      ? scope.problem
      : failure && list.data === undefined
        ? problemOf(failure, level, scope.segments)
        : null
  const retry = scope.status === 'error' ? scope.retry : () => void list.refetch()

  const countOf = (shown: number, total: number) => {
    const all = t(`counts.${level}`, { total })
    return shown === total ? all : t('shown', { shown, all })
  }

  return (
    <div className={classes['page']}>
      {lost && (
        <p className={classes['lost']} role="status">
          {t(`lost.${lost.level}`, { name: visibleText(lost.name) })}
        </p>
      )}
      {problem ? (
        <ScopeProblemNote problem={problem} segments={scope.segments} onRetry={retry} />
      ) : (
        <>
          <title>{tApp('title', { page: heading })}</title>
          <h1 className={classes['heading']}>{heading}</h1>
          <SearchList
            key={level}
            searchLabel={t(`search.${level}`)}
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
            isRefreshing={list.isFetching}
            onRefresh={() => void list.refetch()}
            words={{
              refresh: t('refresh'),
              loading: t('loading'),
              count: countOf,
              empty: t(`empty.${level}`),
              noMatch: (typed) => t('noMatch', { typed }),
              clear: t('clear'),
            }}
          />
        </>
      )}
    </div>
  )
}
