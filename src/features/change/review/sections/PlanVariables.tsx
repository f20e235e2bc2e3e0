import { useTranslations } from 'use-intl'
import { type Variable, variableChanges } from '../../../../domain/impact/variables'
import type { ComponentState } from '../../../../domain/model/component'
import { isAliasStep, type Step } from '../../../../domain/model/step'
import { visibleText } from '../../../../lib/text/clean-text'
import { DiffLine } from './DiffLine'
import classes from './sections.module.css'

interface PlanVariablesProps {
  seen: ComponentState
  steps: readonly Step[]
}

/** The connection variables that a rename changes in dependent components. */
export function PlanVariables({ seen, steps }: PlanVariablesProps) {
  const t = useTranslations('plan')
  const renames = steps.some(isAliasStep)
  const changes = renames ? variableChanges(seen, steps) : []
  if (changes.length === 0) return null
  return (
    <section>
      <h3 className={classes['heading']}>{t('sections.variables')}</h3>
      <ul className={classes['variables']}>
        {changes.map(({ port, before, after }) => (
          <li key={`${port} ${line(before)} ${line(after)}`}>
            {before && (
              <DiffLine side="old" hiddenNote={t('variables.old')}>
                {line(before)}
              </DiffLine>
            )}
            {after && (
              <DiffLine side="new" hiddenNote={t('variables.new')}>
                {line(after)}
              </DiffLine>
            )}
          </li>
        ))}
      </ul>
      <p className={classes['aside']}>{t('variables.note')}</p>
    </section>
  )
}

function line(variable: Variable | null): string {
  return variable === null ? '' : visibleText(`${variable.name}=${variable.value}`)
}
