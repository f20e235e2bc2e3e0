import { useEffect, useEffectEvent, useState } from 'react'

/** Whether something is dragged that may be dropped as a file. */
const hasFile = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false

/**
 * Calls `onDrop` with a file that is dropped anywhere on the page, and returns whether one is dragged over it. Where none is
 * taken, a dropped file does nothing: the browser would leave the page and show it.
 */
export function useFileDrop(isTaken: boolean, onDrop: (file: File) => void): boolean {
  const [isOver, setIsOver] = useState(false)
  const drop = useEffectEvent(onDrop)

  useEffect(() => {
    function handleOver(event: DragEvent) {
      if (!hasFile(event)) return
      event.preventDefault()
      if (event.dataTransfer && !isTaken) event.dataTransfer.dropEffect = 'none'
      setIsOver(isTaken)
    }
    function handleLeave({ relatedTarget }: DragEvent) {
      // Within the page, another element is entered.
      if (relatedTarget === null) setIsOver(false)
    }
    function handleDrop(event: DragEvent) {
      setIsOver(false)
      const [file] = event.dataTransfer?.files ?? []
      if (!file) return
      event.preventDefault()
      if (isTaken) drop(file)
    }
    document.addEventListener('dragover', handleOver)
    document.addEventListener('dragleave', handleLeave)
    document.addEventListener('drop', handleDrop)
    return () => {
      setIsOver(false)
      document.removeEventListener('dragover', handleOver)
      document.removeEventListener('dragleave', handleLeave)
      document.removeEventListener('drop', handleDrop)
    }
  }, [isTaken])

  return isOver
}
