// The name of a layer as a wish: "Brass desk lamp" says what a sketch should become, "Frame 12" says nothing.

/** Names that Figma gives, in English and in the languages of its interface, with a number or without. */
const GIVEN = words(
  'frame group section component instance vector line arrow ellipse rectangle polygon star image slice text page union subtract intersect exclude mask untitled sketch drawing screenshot',
  'rahmen gruppe abschnitt komponente vektor linie pfeil rechteck vieleck stern bild seite skizze',
  'cadre groupe composant vecteur ligne flèche étoile rectangle polygone croquis',
  'marco grupo sección componente línea flecha elipse rectángulo polígono estrella imagen boceto',
  'フレーム グループ セクション コンポーネント ベクター 線 矢印 楕円 長方形 多角形 星 画像',
);

/** A file's name, a screenshot's date, an id: numbers and marks, with hardly a word. */
const MACHINE = /^(?:img|dsc|dscf|pxl|screenshot|screen shot|bildschirmfoto|photo|image)[\s_-]*[\d].*$|^[0-9a-f]{8,}(?:-[0-9a-f]{4,})*$|^[\W\d_]*$/i;

/** '' where the name says nothing; otherwise its words, slashes and underscores as commas and spaces. */
export function wishOf(layerName: string): string {
  const name = layerName.trim().replace(/\.(?:png|jpe?g|webp|gif|svg|heic|pdf)$/i, '');
  if (MACHINE.test(name)) return '';
  const bare = name.toLowerCase().replace(/\b(?:copy|kopie|copie|copia)\b/g, '').replace(/[\d\s._-]+$/g, '').trim();
  if (bare === '' || GIVEN.has(bare)) return '';
  return name.split(/\s*\/\s*/).filter((part) => part !== '' && !GIVEN.has(part.toLowerCase())).join(', ').replace(/_+/g, ' ').trim();
}

function words(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.join(' ').split(' '));
}
