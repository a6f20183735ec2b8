// A brief in the designer's words, and the button that makes options of it. What is seldom changed is folded into one line.
import { isAi } from '../../../core/engines.ts';
import { Check } from 'lucide';
import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { AXES, AXIS_ORDER } from '../../../core/prompt.ts';
import type { Axis } from '../../../core/prompt.ts';
import { TIER_RULES } from '../../../core/tier.ts';
import type { TierWish } from '../../../core/tier.ts';
import type { PromptLanguage } from '../../../core/studio/tasks.ts';
import { expand } from '../../studioActions.ts';
import { engine } from '../../store/draft.ts';
import { reusedAnswer } from '../../store/reusedAnswer.ts';
import { changeStudio, studioDraft } from '../../store/studio.ts';
import { expandPrice, expandTier } from '../../store/studioPrices.ts';
import { AnsweredBefore } from '../parts/AnsweredBefore.tsx';
import { Choice } from '../parts/Choice.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { useWanted } from '../screen.ts';

export function Idea() {
  const ref = useRef<HTMLTextAreaElement>(null);
  useWanted('idea', ref);
  useWanted('brief', ref);
  const reused = reusedAnswer.value?.task;
  return (
    <div class="idea">
      <textarea
        ref={ref}
        class="textarea"
        aria-label="Idea"
        rows={2}
        placeholder="What should it show? For example: a cat in space"
        value={studioDraft.value.idea}
        onInput={(event) => changeStudio({ idea: event.currentTarget.value })}
      />
      <div class="idea-row">
        <NumberField
          label="Options"
          value={studioDraft.value.optionCount}
          min={1}
          max={8}
          step={1}
          page={4}
          buttons={{ less: 'Fewer options', more: 'More options' }}
          onChange={(optionCount) => changeStudio({ optionCount })}
        />
        <button type="button" class="button is-primary" onClick={() => expand()}>
          Expand · {expandPrice.value}
        </button>
      </div>
      {reused?.is === 'expand' && reused.idea === studioDraft.value.idea && <AnsweredBefore price={expandPrice.value} onAnew={() => expand(false)} />}
      <HowWritten />
    </div>
  );
}

const TIERS = [
  { value: 'rule', label: 'By the rule' },
  { value: 'flash', label: 'Flash' },
  { value: 'pro', label: 'Pro' },
] as const satisfies readonly { value: TierWish; label: string }[];

const LANGUAGES = [
  { value: 'same', label: 'As I write' },
  { value: 'english', label: 'English' },
] as const satisfies readonly { value: PromptLanguage; label: string }[];

function HowWritten() {
  const isOpen = useSignal(false);
  const { tier, language, buildsUp } = studioDraft.value;
  const isOffline = !isAi(engine.value);
  const { why, role } = expandTier.value;
  const who = isOffline ? 'By rules, no AI' : tier === 'rule' && role === 'Flash' ? 'Flash answers' : why;
  const label = [who, ...(language === 'english' ? ['in English'] : []), ...(buildsUp ? ['built up'] : [])].join(', ');
  return (
    <Disclosure label={label} aside={isOpen.value ? 'Close' : 'Change'} isOpen={isOpen.value} onToggle={() => (isOpen.value = !isOpen.value)}>
      {isOffline ? (
        <p class="hint">Without a key, rules write the options: your words, and a look from a list of ours.</p>
      ) : (
        <>
          <Choice label="Text model" isLabelShown look="segments" value={tier} options={TIERS} onChange={(next) => changeStudio({ tier: next })} />
          {tier === 'rule' && <RuleTable />}
          <Choice label="Language" isLabelShown look="segments" value={language} options={LANGUAGES} onChange={(next) => changeStudio({ language: next })} />
        </>
      )}
      <DifferIn />
      <label class="tick">
        <input type="checkbox" checked={buildsUp} onChange={() => changeStudio({ buildsUp: !buildsUp })} />
        <span>Build up</span>
      </label>
      <p class="hint">What is shown first, then how it looks: two questions, and the core alone to compare with.</p>
    </Disclosure>
  );
}

function DifferIn() {
  const id = useId();
  const { axes } = studioDraft.value;
  const ticked = axes.length === 0 ? AXIS_ORDER : axes;
  const toggle = (axis: Axis) => {
    const next = AXIS_ORDER.filter((each) => ticked.includes(each) !== (each === axis));
    // All of them, and none of them, mean the same.
    changeStudio({ axes: next.length === AXIS_ORDER.length ? [] : next });
  };
  return (
    <div class="field" role="group" aria-labelledby={id}>
      <span id={id}>Differ in</span>
      <div class="chips">
        {AXIS_ORDER.map((axis) => (
          <label key={axis} class="chip">
            <input type="checkbox" checked={ticked.includes(axis)} onChange={() => toggle(axis)} />
            <Icon of={Check} />
            <span>{AXES[axis].label}</span>
          </label>
        ))}
      </div>
    </div>
  );
}

function RuleTable() {
  return (
    <div class="rules">
      <p class="hint">Lite answers a change of at most three words, Pro where one of these holds, Flash everywhere else:</p>
      <ul aria-label="When Pro answers">
        {TIER_RULES.map((rule) => (
          <li key={rule.says} class="hint">
            {rule.says}
          </li>
        ))}
      </ul>
    </div>
  );
}
