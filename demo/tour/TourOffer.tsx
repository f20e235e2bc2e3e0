import { Button } from '@mantine/core'
import { useId } from 'react'
import { useDemoWords } from '../words/use-demo-words'
import classes from './demo-tour.module.css'

interface TourOfferProps {
  onStart: () => void
  onDecline: () => void
}

/** Offers the tour without taking the focus from the page. */
export function TourOffer({ onStart, onDecline }: TourOfferProps) {
  const words = useDemoWords().tour
  const id = useId()
  return (
    <section className={classes['offer']} aria-labelledby={id}>
      <h2 id={id}>{words.offer}</h2>
      <p>{words.offerText}</p>
      <div className={classes['buttons']}>
        <Button variant="filled" onClick={onStart}>
          {words.start}
        </Button>
        <Button onClick={onDecline}>{words.later}</Button>
      </div>
    </section>
  )
}
