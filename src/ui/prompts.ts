// The entry of the window's second script: the tabs "Prompts" and "Style", the recipe "Refine", and what looks over a prompt before it is
// sent. It runs when one of these is opened, when a brief has words to be checked, or when Make is pressed.
export { BriefFindings } from './views/create/BriefFindings.tsx';
export { ChangeLine } from './views/prompts/ChangeLine.tsx';
export { CompareModels } from './views/compare/CompareModels.tsx';
export { Gateway } from './views/settings/Gateway.tsx';
export { ModelRule } from './views/settings/ModelRule.tsx';
export { Taste } from './views/settings/Taste.tsx';
export { RECIPE_PANELS } from './views/recipePanels.tsx';
export { LookedSet } from './views/results/LookedSet.tsx';
export { openSet } from './setActions.ts';
export { Responsible } from './views/settings/Responsible.tsx';
export { MakePrompts } from './views/prompts/MakePrompts.tsx';
export { Prompts } from './views/prompts/Prompts.tsx';
export { PromptsNote } from './views/prompts/PromptsNote.tsx';
export { refuseUnfit } from './run/refuseUnfit.ts';
export { restartFromDescription } from './studioActions.ts';
export { ApplyStyle } from './views/style/ApplyStyle.tsx';
export { Style } from './views/style/Style.tsx';
export { StyleNote } from './views/style/StyleNote.tsx';
