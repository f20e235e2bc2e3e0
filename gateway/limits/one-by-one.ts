/**
 * Returns a function that runs tasks in order, at most one in each turn of the event loop, so that many at once don't
 * hold up everything else.
 * @param nextTurn runs a function in the next turn
 */
export function createOneByOne(
  nextTurn: (run: () => void) => void = setImmediate,
): (task: () => void) => void {
  const waiting: (() => void)[] = []
  let ranInThisTurn = false

  function run(task: () => void) {
    ranInThisTurn = true
    nextTurn(runNext)
    task()
  }

  function runNext() {
    ranInThisTurn = false
    const task = waiting.shift()
    if (task !== undefined) run(task)
  }

  return (task) => {
    if (ranInThisTurn) waiting.push(task)
    else run(task)
  }
}
