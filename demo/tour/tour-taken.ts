import { oneOf, storedValue } from '../../src/lib/stored-value'

/** Whether this browser has been offered the tour. Not one of the keys that signing out erases. */
export const tourTaken = storedValue('portdeck-demo.tour', oneOf(['1']))
