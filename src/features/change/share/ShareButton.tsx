import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { lazyPart } from '../../../components/lazy-part'
import type { Review } from '../engine/stores/review'

const ShareDialog = lazyPart(() => import('./ShareDialog').then((module) => module.ShareDialog))

/** Offers to hand a review on to somebody else, before anything of it is agreed to. */
export function ShareButton({ review }: { review: Review }) {
  const t = useTranslations('share')
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)

  function close() {
    setIsOpen(false)
    button.current?.focus({ preventScroll: true })
  }

  return (
    <>
      <Button ref={button} variant="subtle" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        {t('button')}
      </Button>
      {isOpen && <ShareDialog review={review} onClose={close} onDismiss={close} />}
    </>
  )
}
