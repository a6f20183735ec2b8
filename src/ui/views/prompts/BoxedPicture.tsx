// A picture with a box around each thing that was seen in it. Pointing at a name in the list shows its box, and the other way round.
import { useSignal } from '@preact/signals';
import type { SeenObject } from '../../../core/studio/tasks.ts';

interface Props {
  readonly url: string | null;
  readonly name: string;
  readonly objects: readonly SeenObject[];
}

export function BoxedPicture({ url, name, objects }: Props) {
  const shown = useSignal<number | null>(null);
  return (
    <>
      {url && (
        <div class="boxed">
          <img class="edged" src={url} alt={name} draggable={false} />
          {objects.map((object, index) => (
            <span
              key={index}
              class="seen-box"
              data-shown={shown.value === index}
              style={styleOf(object)}
              aria-hidden="true"
              onPointerEnter={() => (shown.value = index)}
              onPointerLeave={() => (shown.value = null)}
            >
              {index + 1}
            </span>
          ))}
        </div>
      )}
      {objects.length > 0 && (
        <ol class="seen-list" aria-label="Objects">
          {objects.map((object, index) => (
            <li key={index} data-shown={shown.value === index} onPointerEnter={() => (shown.value = index)} onPointerLeave={() => (shown.value = null)}>
              <span>{object.name}</span> <span class="facts">{placeOf(object)}</span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

/** Boxes are 0 to 1000 of the picture; the element is exactly the picture. */
function styleOf({ box }: SeenObject): string {
  const part = (value: number) => `${value / 10}%`;
  return `left:${part(box.left)};top:${part(box.top)};width:${part(box.right - box.left)};height:${part(box.bottom - box.top)}`;
}

/** "upper left", for those who do not see the boxes. */
function placeOf({ box }: SeenObject): string {
  const third = (value: number, names: readonly [string, string, string]) => names[value < 334 ? 0 : value > 666 ? 2 : 1];
  const down = third((box.top + box.bottom) / 2, ['upper', 'middle', 'lower']);
  const across = third((box.left + box.right) / 2, ['left', 'centre', 'right']);
  return down === 'middle' && across === 'centre' ? 'centre' : `${down} ${across}`;
}
