import { useQuery } from '@tanstack/react-query'
import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { teamName } from '../../../api/names'
import { sessionQuery } from '../../../api/resources/session'
import { teamsQuery } from '../../../api/resources/teams'
import { CopyButton } from '../../../components/copy/CopyButton'
import { Dialog } from '../../../components/overlay/Dialog'
import { DialogFooter } from '../../../components/overlay/DialogFooter'
import { saveFile } from '../../../lib/dom/save-file'
import { usePlaces } from '../component-places'
import type { Review } from '../engine/stores/review'
import { linkOfReview, longestInChats } from './link/link-of-review'
import { runbook } from './runbook'
import classes from './share.module.css'
import { sharedPlan, type SharedPlan, type ShareSpeech } from './shared-plan'
import { shellScript } from './shell-script'

interface ShareDialogProps {
  review: Review
  onClose: () => void
}

const now = () => new Date()

/** Offers what a review holds as a link, as a shell script and as a runbook. */
export function ShareDialog({ review, onClose }: ShareDialogProps) {
  const t = useTranslations('share')
  const tButtons = useTranslations('plan.buttons')
  return (
    <Dialog opened onClose={onClose} title={t('title')} size="lg">
      <div className={classes['content']}>
        <LinkOffer review={review} />
        <TextOffers review={review} />
        <DialogFooter>
          <Button data-autofocus onClick={onClose}>
            {tButtons('close')}
          </Button>
        </DialogFooter>
      </div>
    </Dialog>
  )
}

function LinkOffer({ review }: { review: Review }) {
  const t = useTranslations('share.link')
  const { pathOfAll } = usePlaces()
  const [link, setLink] = useState<string | null>(null)
  useEffect(() => {
    let isLeft = false
    void linkOfReview(review, pathOfAll).then((made) => {
      if (!isLeft) setLink(made)
    })
    return () => {
      isLeft = true
    }
  }, [review, pathOfAll])

  return (
    <Offer title={t('title')} text={t('text')}>
      {link === null ? (
        <span>{t('making')}</span>
      ) : (
        <CopyButton text={link} name={t('copy')}>
          {t('copy')}
        </CopyButton>
      )}
      {link !== null && link.length > longestInChats && (
        <p className={classes['long']}>
          {t('long', { length: String(link.length), most: String(longestInChats) })}
        </p>
      )}
    </Offer>
  )
}

function TextOffers({ review }: { review: Review }) {
  const speech: ShareSpeech = {
    share: useTranslations('share'),
    plan: useTranslations('plan'),
    review: useTranslations('review'),
  }
  const [writtenAt] = useState(now)
  const teams = useQuery(teamsQuery()).data
  const console = useQuery(sessionQuery()).data?.console ?? null
  const id = review.parts[0]?.target.ref.team
  const team = teams?.find(({ tenant_id }) => tenant_id === id)
  const facts = { console, writtenAt, team: team ? teamName(team) : (id ?? '') }
  const textOf = (write: (plan: SharedPlan, speech: ShareSpeech) => string) => () =>
    write(sharedPlan(speech, review, facts), speech)
  return (
    <>
      <TextOffer form="script" type="text/x-shellscript;charset=utf-8" text={textOf(shellScript)} />
      <TextOffer form="runbook" type="text/markdown;charset=utf-8" text={textOf(runbook)} />
    </>
  )
}

interface TextOfferProps {
  form: 'script' | 'runbook'
  type: string
  text: () => string
}

function TextOffer({ form, type, text }: TextOfferProps) {
  const t = useTranslations('share')
  return (
    <Offer title={t(`${form}.title`)} text={t(`${form}.text`)}>
      <CopyButton text={text} name={t(`${form}.copy`)}>
        {t(`${form}.copy`)}
      </CopyButton>
      <Button size="xs" onClick={() => saveFile(t(`${form}.file`), type, text())}>
        {t(`${form}.save`)}
      </Button>
    </Offer>
  )
}

function Offer({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className={classes['offer']}>
      <h3>{title}</h3>
      <p>{text}</p>
      <div className={classes['actions']}>{children}</div>
    </section>
  )
}
