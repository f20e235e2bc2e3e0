import { useTranslations } from 'use-intl'
import { CopyButton } from '../../../components/copy/CopyButton'
import { visibleText } from '../../../lib/text/clean-text'
import type { ReviewPart } from '../engine/stores/review'
import { useStepWords } from '../words/step-words'
import { useCurl } from './curl'
import classes from './plan.module.css'

type Mark = 'done' | 'running' | 'waiting' | 'failed' | 'unclear'

const signs: Record<Exclude<Mark, 'waiting'>, string> = { done: '✓', running: '…', failed: '✕', unclear: '?' }

interface PlanStepsProps {
  part: ReviewPart
}

/** The steps in their order, those that are done first, each with its reason and how far it is. */
export function PlanSteps({ part }: PlanStepsProps) {
  const t = useTranslations('plan')
  const words = useStepWords()
  const { done, plan, phase, target } = part
  const curl = useCurl(target)
  const steps = [
    ...done.map((step) => ({ step, mark: 'done' as const })),
    ...(phase.name === 'unreachable' ? [] : plan.steps.map((step, at) => ({ step, mark: markOf(at) }))),
  ]
  return (
    <section>
      <h3 className={classes['heading']}>{t('sections.steps')}</h3>
      <ol className={classes['steps']}>
        {steps.map(({ step, mark }, at) => {
          const { text, reason } = words(step)
          return (
            <li key={at} data-mark={mark} aria-current={mark === 'running' ? 'step' : undefined}>
              <span className={classes['mark']} role="img" aria-label={t(`marks.${mark}`)}>
                {mark === 'waiting' ? at + 1 : signs[mark]}
              </span>
              <span className={classes['step']}>
                <span>{visibleText(text)}</span>
                {reason !== undefined && <span className={classes['reason']}>{` – ${reason}`}</span>}
              </span>
              <CopyButton
                text={curl.ofStep(step)}
                name={t('curl.copyStep', { at: String(at + 1), step: visibleText(text) })}
              >
                {t('curl.short')}
              </CopyButton>
            </li>
          )
        })}
      </ol>
      {plan.steps.length > 1 && (
        <div className={classes['script']}>
          <CopyButton text={curl.ofPlan(plan.steps)} name={t('curl.copyPlan')}>
            {t('curl.copyPlan')}
          </CopyButton>
        </div>
      )}
    </section>
  )

  function markOf(at: number): Mark {
    if (phase.name === 'reading-back') return 'done'
    if (phase.name === 'refused' && at === 0) return 'failed'
    if (phase.name === 'unclear' && at === 0) return 'unclear'
    if (phase.name !== 'running' || at > phase.at) return 'waiting'
    return at < phase.at ? 'done' : 'running'
  }
}
