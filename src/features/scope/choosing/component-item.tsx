import type { Component } from '../../../api/contract/component'
import { CellText, StatusText } from '../../../components/list/ListCells'
import type { ListItem } from '../../../components/list/list-item'
import { choicePath, type LinkSegments } from '../link/link'
import { componentChoice } from './choices'
import classes from './choosing.module.css'
import { componentMarks, type MarkWords } from './component-marks'
import type { KnownExposure } from './known-exposure'

interface ComponentWords extends MarkWords {
  ports: (ports: number) => string
  open: (open: number) => string
}

/** Returns a component as a row. `known` is left out where nothing is known about any component. */
export function componentItem(
  component: Component,
  known: KnownExposure | undefined,
  above: LinkSegments,
  words: ComponentWords,
): ListItem {
  const [status, ...marks] = componentMarks(component, words)
  const source = marks.find((mark) => mark.tone === 'plain')
  const { image } = component
  return {
    ...componentChoice(component),
    href: choicePath(above, 'component', component.service_alias),
    marks: marks.filter((mark) => mark !== source),
    cells: [
      status && <StatusText key="status" mark={status} />,
      <CellText key="id" look="code">
        {component.service_alias}
      </CellText>,
      <>
        {source && <span className={classes['source']}>{source.label}</span>}
        {image ? (
          <CellText look="code" whole={image}>
            {withoutRegistry(image)}
          </CellText>
        ) : null}
      </>,
      known && <Ports known={known} words={words} />,
      known?.address && <CellText look="code">{known.address}</CellText>,
    ],
  }
}

function Ports({ known: { ports, open }, words }: { known: KnownExposure; words: ComponentWords }) {
  return (
    <>
      {ports !== null && <span>{words.ports(ports)}</span>}
      {open !== null && open > 0 && <span className={classes['open']}>{words.open(open)}</span>}
    </>
  )
}

/** The registry is the same for most images, and would leave no room for the rest. */
function withoutRegistry(image: string): string {
  return image.replace(/^[^/]*[.:][^/]*\//, '')
}
