// Pictures dropped on the window or pasted into it become references. Text is left to the fields.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { addReferenceFiles } from '../../actions.ts';

/** True while files are dragged over the window. */
export function useDroppedPictures(): boolean {
  const isOver = useSignal(false);
  useEffect(() => {
    const listening = new AbortController();
    const on = { signal: listening.signal };
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      isOver.value = true;
    };
    window.addEventListener('dragover', over, on);
    window.addEventListener('dragleave', (event) => (isOver.value = event.relatedTarget !== null), on);
    window.addEventListener(
      'drop',
      (event) => {
        isOver.value = false;
        if (event.dataTransfer) take(event, event.dataTransfer);
      },
      on,
    );
    window.addEventListener('paste', (event) => event.clipboardData && take(event, event.clipboardData), on);
    return () => listening.abort();
  }, [isOver]);
  return isOver.value;
}

function take(event: Event, data: DataTransfer): void {
  const files = [...data.files];
  if (files.length === 0) return;
  event.preventDefault();
  const pictures = files.filter((file) => file.type.startsWith('image/'));
  // With no picture among them all are passed on, so that the refusal says why.
  addReferenceFiles(pictures.length > 0 ? pictures : files);
}
