import { createContext, useContext } from 'react'
import type { Component } from '../../api/contract/component'
import type { Target } from './engine/target'

/** Where components are shown: known to the app's routes only. */
export interface ComponentPlaces {
  /** Returns the path of a component's page. */
  readonly pathOf: (target: Target) => string
  /** Returns the path of the narrowest page that shows all of them: of the component, of its app, or of their cluster. */
  readonly pathOfAll: (targets: readonly Target[]) => string
  /** Returns whether the page of a component is shown now. */
  readonly isShown: (component: Component) => boolean
}

export const ComponentPlacesContext = createContext<ComponentPlaces>({
  pathOf: () => '/',
  pathOfAll: () => '/',
  isShown: () => false,
})

export function usePlaces(): ComponentPlaces {
  return useContext(ComponentPlacesContext)
}
