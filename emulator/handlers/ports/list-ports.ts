import type { Answer } from '../../answers'
import type { ComponentCall } from '../../call'

/** `GET …/ports`: in the order in which they were added. */
export const listPorts = ({ component }: ComponentCall): Answer => ({ ports: component.ports })
