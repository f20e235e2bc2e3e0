import { Checkbox, UnstyledButton } from '@mantine/core'
import IconChevronRight from '@tabler/icons-react/icons/IconChevronRight'
import { memo, useId } from 'react'
import { useTranslations } from 'use-intl'
import { isFirstLook, type ReviewPart } from '../../engine/stores/review'
import { componentOf } from '../../engine/target'
import { placeName } from '../../words/place-name'
import { GiveUpWhenSlow } from '../DelayNote'
import { PlanPart } from '../PlanPart'
import { usePhaseWords } from '../PlanPhase'
import { GroupPorts } from './GroupPorts'
import classes from './many.module.css'
import { planFacts } from './part-facts'

export type LeaveOut = (component: string, ports: ReadonlySet<number>) => void

interface ReviewGroupProps {
  part: ReviewPart
  isOpen: boolean
  onToggle: (component: string) => void
  /** Null once nothing can be left out any more. */
  onLeaveOut: LeaveOut | null
}

/** One component of a review: a line that says what its plan comes to, or where it stands, and the plan below it. */
export const ReviewGroup = memo(function ReviewGroup({
  part,
  isOpen,
  onToggle,
  onLeaveOut,
}: ReviewGroupProps) {
  const t = useTranslations('review')
  const contentId = useId()
  const component = componentOf(part.target)
  const name = placeName(part.target)
  const left = [...part.asked.ports.keys()].filter((port) => !part.desired.ports.has(port))
  const isAllLeft = left.length === part.asked.ports.size

  return (
    <div className={classes['group']} data-kind={part.phase.name === 'left-out' ? 'left-out' : undefined}>
      <div className={classes['line']}>
        {onLeaveOut && (
          <Checkbox
            aria-label={t('include', { component: name })}
            checked={!isAllLeft}
            indeterminate={!isAllLeft && left.length > 0}
            onChange={() => onLeaveOut(component, new Set(left.length === 0 ? part.asked.ports.keys() : []))}
          />
        )}
        <UnstyledButton
          className={classes['unfold'] ?? ''}
          aria-expanded={isOpen}
          aria-controls={isOpen ? contentId : undefined}
          onClick={() => onToggle(component)}
        >
          <IconChevronRight size={16} stroke={1.75} aria-hidden />
          <span className={classes['name']}>{name}</span>
          <GroupSummary part={part} />
        </UnstyledButton>
      </div>
      {isOpen && (
        <div id={contentId} className={classes['content']}>
          <GroupPorts part={part} onLeaveOut={onLeaveOut} />
          <PlanPart part={part} />
        </div>
      )}
      <GiveUpWhenSlow component={component} />
    </div>
  )
})

function GroupSummary({ part }: { part: ReviewPart }) {
  const t = useTranslations('review')
  const phaseWords = usePhaseWords()
  if (part.phase.name === 'left-out') return <span className={classes['facts']}>{t('leftOut')}</span>
  if (!isFirstLook({ parts: [part] }))
    return (
      <span className={classes['facts']} data-phase={part.isOver ? 'over' : part.phase.name}>
        {phaseWords(part)}
      </span>
    )
  const { steps, risks, losses } = planFacts(part)
  return (
    <span className={classes['facts']}>
      {part.differences.length > 0 && <span data-kind="changed">{t('changed')}</span>}
      {part.phase.name === 'unreachable' && <span data-kind="loss">{phaseWords(part)}</span>}
      {risks > 0 && <span data-kind="risk">{t('risks', { risks })}</span>}
      {losses > 0 && <span data-kind="loss">{t('losses', { losses })}</span>}
      <span>{t('steps', { steps })}</span>
    </span>
  )
}
