import { createContext, useContext } from 'react'
import type { Component } from '../../api/contract/component'
import type { Target } from './engine/target'

/** Where components are shown: known to the app's routes only. */
export interface ComponentPlaces {
  /** Returns the path of a component's page. */
  readonly pathOf: (target: Target) => string
  /** Returns whether the page of a component is shown now. */
  readonly isShown: (component: Component) => boolean
}

export const ComponentPlacesContext = createContext<ComponentPlaces>({
  pathOf: () => '/',
  isShown: () => false,
})

export function usePlaces(): ComponentPlaces {
  return useContext(ComponentPlacesContext)
}
