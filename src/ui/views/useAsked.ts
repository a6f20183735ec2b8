// Tells the rule that chooses the image model what the tab in view asks for.
import { useLayoutEffect } from 'preact/hooks';
import type { ImageFacts } from '../../core/imageTier.ts';
import { askedInView } from '../store/draft.ts';

/** While the tab is shown. `facts` reads signals and is the same function at every drawing. */
export function useAsked(facts: () => ImageFacts): void {
  useLayoutEffect(() => {
    askedInView.value = facts;
    return () => {
      if (askedInView.value === facts) askedInView.value = null;
    };
  }, [facts]);
}
