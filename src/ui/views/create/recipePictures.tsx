// The small picture of each recipe, drawn by hand in the colours of the theme (--art-*). Decoration only.
import type { JSX } from 'preact';
import type { RecipeId } from '../../../core/request.ts';

export const RECIPE_PICTURES: Readonly<Partial<Record<RecipeId, () => JSX.Element>>> = {
  variants: VariantsPicture,
  fromBrief: BriefPicture,
  sketchToConcept: SketchPicture,
  restyle: RestylePicture,
  refine: RefinePicture,
  formats: FormatsPicture,
  storyboard: StoryboardPicture,
  moodBoard: MoodBoardPicture,
};

/** For a recipe that has no picture of its own. */
export function PlainPicture() {
  return (
    <svg viewBox="0 0 96 54" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false" class="art-noon">
      <rect class="art-sky" width="96" height="54" />
      <circle class="art-sun" cx="66" cy="18" r="8" />
      <path class="art-far" d="M0 40c20-12 42-12 60-2 12 6 24 4 36-2v18H0z" />
      <path class="art-near" d="M0 46c24-8 48-8 96-2v10H0z" />
    </svg>
  );
}

const STRIPS = ['dawn', 'noon', 'dusk', 'night'] as const;

/** One landscape, four times of day. */
function VariantsPicture() {
  return (
    <svg viewBox="0 0 96 54" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">
      {STRIPS.map((time, index) => (
        <svg key={time} class={`art-${time}`} x={index * 24} width="24" height="54" viewBox={`${index * 24} 0 24 54`}>
          <rect class="art-sky" width="96" height="54" />
          <circle class="art-sun" cx="50" cy="20" r="11" />
          <path class="art-far" d="M0 36c10-9 18-10 28-3 9 6 17 2 26-5 12-9 24-7 42 6v20H0z" />
          <path class="art-near" d="M0 46c14-8 28-7 42-2 16 6 34 3 54-6v16H0z" />
        </svg>
      ))}
    </svg>
  );
}

/** Lines of text above the harbour they describe. */
function BriefPicture() {
  return (
    <svg viewBox="0 0 96 54" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">
      <rect class="art-paper" width="96" height="54" />
      <path class="art-ink" d="M10 10h28M10 16h18" />
      <path class="art-caret" d="M32.5 13v6" />
      <circle class="art-sun" cx="27" cy="33" r="7" />
      <path class="art-mist" d="M0 33h96v21H0z" />
      <path class="art-water" d="M0 40h96v14H0z" />
      <path class="art-sail" d="M63 13v21H46zM66 19v15h12z" />
      <path class="art-hull" d="M43 37h38l-6 7H49z" />
      <path class="art-gleam" d="M20 44h14M24 48h7M60 49h20" />
    </svg>
  );
}

/** A vase, half pencil and half fired clay. */
function SketchPicture() {
  return (
    <svg viewBox="0 0 96 54" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">
      <rect class="art-paper" width="96" height="54" />
      <path class="art-room" d="M48 0h48v54H48z" />
      <path class="art-table" d="M48 43h48v11H48z" />
      <path class="art-cast" d="M48 48h26c7 0 10-1.5 10-3s-6-2-14-2H48z" />
      <path class="art-clay" d="M48 7h7c0 9 14 13 14 26 0 10-7 15-14 15h-7z" />
      <path class="art-light" d="M51.5 12c1 7 10.5 11 10.5 21 0 4-1 7-3 9 6-13-7-17-7.5-30z" />
      <path class="art-pencil" d="M48 7h-7c0 9-14 13-14 26 0 10 7 15 14 15h7M8 43h19.500M41 7c2.5 1.2 4.7 1.2 7 0" />
      <path class="art-hatch" d="M30 30l5-6M29 36l9-11M30 41l11-13M33 44l11-13M38 45l8-10" />
    </svg>
  );
}

/** The same hill three times, each clearer than the one before. */
function RefinePicture() {
  return (
    <svg viewBox="0 0 96 54" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">
      <rect class="art-paper" width="96" height="54" />
      <path class="art-pencil" d="M4 46c8-16 14-20 24-20M12 18h8" />
      <g class="art-dawn">
        <rect class="art-sky" x="32" width="32" height="54" />
        <path class="art-near" d="M32 44c10-14 20-18 32-14v24H32z" />
      </g>
      <g class="art-noon">
        <rect class="art-sky" x="64" width="32" height="54" />
        <circle class="art-sun" cx="82" cy="17" r="7" />
        <path class="art-far" d="M64 36c10-8 20-12 32-8v26H64z" />
        <path class="art-near" d="M64 46c10-6 20-8 32-5v13H64z" />
      </g>
    </svg>
  );
}

/** One sailing boat, half as it was and half in two flat inks. */
function RestylePicture() {
  return (
    <svg viewBox="0 0 96 54" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">
      <g class="art-noon">
        <rect class="art-sky" width="96" height="54" />
        <circle class="art-sun" cx="24" cy="16" r="8" />
      </g>
      <path class="art-water" d="M0 40h96v14H0z" />
      <path class="art-sail" d="M46 8v26H26zM50 12v22h16z" />
      <path class="art-hull" d="M22 37h50l-7 8H30z" />
      <path class="art-paper" d="M48 0h48v54H48z" />
      <path class="art-room" d="M48 40h48v14H48z" />
      <path class="art-clay" d="M50 12v22h16zM48 37h24l-7 8H48z" />
    </svg>
  );
}

/** One boat in four panels, with a caption and something said. */
function StoryboardPicture() {
  return (
    <svg viewBox="0 0 96 54" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">
      <rect class="art-paper" width="96" height="54" />
      <g class="art-dawn">
        <path class="art-sky" d="M6 5h39v20H6z" />
        <path class="art-near" d="M6 20c10-5 24-5 39 0v5H6z" />
      </g>
      <g class="art-noon">
        <path class="art-sky" d="M51 5h39v20H51z" />
        <path class="art-hull" d="M62 18h16l-3 4H65z" />
      </g>
      <g class="art-dusk">
        <path class="art-sky" d="M6 29h39v20H6z" />
        <circle class="art-sun" cx="26" cy="38" r="6" />
      </g>
      <g class="art-night">
        <path class="art-sky" d="M51 29h39v20H51z" />
        <path class="art-near" d="M51 44c12-6 26-6 39 0v5H51z" />
      </g>
      <rect class="art-paper" x="8" y="7" width="18" height="5" rx="1" />
      <rect class="art-paper" x="68" y="32" width="18" height="7" rx="3.5" />
    </svg>
  );
}

/** One sun in three frames. */
function FormatsPicture() {
  const frames = [[4, 10, 42, 20], [50, 6, 22, 28], [76, 4, 16, 46]] as const;
  return (
    <svg viewBox="0 0 96 54" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">
      <rect class="art-paper" width="96" height="54" />
      {frames.map(([x, y, width, height]) => (
        <svg key={x} class="art-dusk" x={x} y={y} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          <rect class="art-sky" width={width} height={height} />
          <circle class="art-sun" cx={width / 2} cy={height / 2} r="5" />
          <path class="art-near" d={`M0 ${height - 6}c${width / 3} -5 ${width / 2} -5 ${width} 1v6H0z`} />
        </svg>
      ))}
    </svg>
  );
}

/** Pictures, a texture and a palette on one sheet. */
function MoodBoardPicture() {
  return (
    <svg viewBox="0 0 96 54" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">
      <rect class="art-paper" width="96" height="54" />
      <g class="art-dawn">
        <path class="art-sky" d="M6 5h36v32H6z" />
        <circle class="art-sun" cx="24" cy="18" r="7" />
        <path class="art-near" d="M6 30c12-7 24-7 36 0v7H6z" />
      </g>
      <path class="art-clay" d="M46 5h20v14H46z" />
      <path class="art-water" d="M70 5h20v14H70z" />
      <path class="art-hatch" d="M46 36l14-13M52 37l14-13M46 29l6-6M58 37l8-7" />
      <path class="art-room" d="M70 23h20v14H70z" />
      <path class="art-clay" d="M6 41h20v8H6z" />
      <path class="art-water" d="M28 41h20v8H28z" />
      <path class="art-hull" d="M50 41h20v8H50z" />
      <path class="art-room" d="M72 41h18v8H72z" />
    </svg>
  );
}
