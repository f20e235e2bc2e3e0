import { Code, UnstyledButton } from '@mantine/core'
import IconChevronRight from '@tabler/icons-react/icons/IconChevronRight'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { CopyButton } from '../../../../components/copy/CopyButton'
import type { Step } from '../../../../domain/model/step'
import { visibleText } from '../../../../lib/text/clean-text'
import type { Target } from '../../engine/target'
import { useCurl } from '../../share/curl'
import { useStepWords } from '../../words/step-words'
import classes from './sections.module.css'

interface PlanCurlProps {
  steps: readonly Step[]
  target: Target
}

/** The same calls as curl commands, folded until somebody asks for them. */
export function PlanCurl({ steps, target }: PlanCurlProps) {
  const t = useTranslations('plan.curl')
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <section>
      <UnstyledButton
        className={classes['unfold'] ?? ''}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        <IconChevronRight size={16} stroke={1.75} aria-hidden />
        <span>{t('show')}</span>
      </UnstyledButton>
      {isOpen && (
        <div id={id} className={classes['curl']}>
          <Commands steps={steps} target={target} />
        </div>
      )}
    </section>
  )
}

function Commands({ steps, target }: PlanCurlProps) {
  const t = useTranslations('plan.curl')
  const words = useStepWords()
  const curl = useCurl(target)
  return (
    <>
      <ol>
        {steps.map((step, at) => {
          const name = { at: String(at + 1), step: visibleText(words(step).text) }
          return (
            <li key={at}>
              <Code block>{curl.ofStep(step)}</Code>
              <span className={classes['copy']}>
                <CopyButton text={curl.ofStep(step)} name={t('copyStep', name)} />
              </span>
            </li>
          )
        })}
      </ol>
      {steps.length > 1 && (
        <div className={classes['script']}>
          <CopyButton text={curl.ofPlan(steps)} name={t('copyPlan')}>
            {t('copyPlan')}
          </CopyButton>
        </div>
      )}
    </>
  )
}
