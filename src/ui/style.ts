// The entry of the tab "Style" as a script of its own: it runs when the tab is opened.
export { ApplyStyle } from './views/style/ApplyStyle.tsx';
export { Style } from './views/style/Style.tsx';
export { StyleNote } from './views/style/StyleNote.tsx';
