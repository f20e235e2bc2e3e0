import { Loader } from '@mantine/core'
import IconCheck from '@tabler/icons-react/icons/IconCheck'
import IconQuestionMark from '@tabler/icons-react/icons/IconQuestionMark'
import IconX from '@tabler/icons-react/icons/IconX'
import { useTranslations } from 'use-intl'
import { visibleText } from '../../../../lib/text/clean-text'
import type { ReviewPart } from '../../engine/stores/review'
import { useStepWords } from '../../words/step-words'
import classes from './sections.module.css'

type Mark = 'done' | 'running' | 'waiting' | 'failed' | 'unclear'

const icon = { size: 12, stroke: 3, 'aria-hidden': true } as const

const signs = {
  done: <IconCheck {...icon} />,
  running: <Loader size={12} color="currentColor" />,
  failed: <IconX {...icon} />,
  unclear: <IconQuestionMark {...icon} />,
}

/** The steps in their order, those that are done first, each with its reason and how far it is. */
export function PlanSteps({ part }: { part: ReviewPart }) {
  const t = useTranslations('plan')
  const words = useStepWords()
  const { done, plan, phase } = part
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
                {mark === 'waiting' ? <span>{at + 1}</span> : signs[mark]}
              </span>
              <span className={classes['step']}>
                <span>{visibleText(text)}</span>
                {reason !== undefined && <span className={classes['reason']}>{reason}</span>}
              </span>
            </li>
          )
        })}
      </ol>
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
