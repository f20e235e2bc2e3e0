import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import type { Choice } from '../../components/choice'
import { ComboBox } from '../../components/combobox/ComboBox'
import { choicePath } from './link/link'
import { namesOrSegments } from './link/scope'
import { type Level, levels } from './link/paths'
import { usePickerWords } from './use-picker-words'
import type { Scope } from './use-scope'

interface ScopePickerProps {
  look: 'crumb' | 'field'
  level: Level
  scope: Scope
  /** Each with its segment of a link; undefined while they are not known. */
  choices: readonly (Choice & { segment: string })[] | undefined
  /** The query that `choices` come from. */
  list: Pick<UseQueryResult, 'isError' | 'refetch'>
}

const above = { region: 'team', app: 'region', component: 'app' } as const

/** Shows what is chosen at one level, and navigates to another choice. */
export function ScopePicker({ look, level, scope, choices, list }: ScopePickerProps) {
  const t = useTranslations('scope')
  const [, navigate] = useLocation()

  function handleChoose(id: string) {
    const chosen = choices?.find((choice) => choice.id === id)
    if (chosen) navigate(choicePath(scope.segments, level, chosen.segment, scope.page))
  }

  return (
    <ComboBox
      label={t(`levels.${level}`)}
      look={look}
      value={namesOrSegments(scope.found, scope.segments)[level] ?? ''}
      chosenId={chosenId(level, scope)}
      choices={choices ?? []}
      status={choices ? 'ready' : list.isError ? 'failed' : 'loading'}
      placeholder={t('picker.placeholder')}
      unavailable={useUnavailable(level, scope)}
      words={usePickerWords()}
      onChoose={handleChoose}
      onRetry={() => void list.refetch()}
    />
  )
}

function chosenId(level: Level, { found }: Scope): string | undefined {
  switch (level) {
    case 'team':
      return found.team?.tenant_id
    case 'region':
      return found.region?.region_name
    case 'app':
      return found.app && String(found.app.ID)
    case 'component':
      return found.component?.service_id
  }
}

/** Returns why nothing can be chosen at this level: the one above is not chosen yet, or is not accessible. */
function useUnavailable(level: Level, scope: Scope): string | undefined {
  const t = useTranslations('scope.picker')
  if (level === 'team') return undefined
  if (scope.segments[above[level]] === undefined) return t(`unavailable.${level}`)
  const isClosed = scope.status === 'error' && levels.indexOf(scope.problem.level) < levels.indexOf(level)
  return isClosed ? t('closed') : undefined
}
