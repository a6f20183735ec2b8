// Figma's node types, from open-pencil's, and the families the typings group them in.
import type { NodeType } from '@open-pencil/scene-graph';

export type FigmaType =
  | 'DOCUMENT' | 'PAGE' | 'FRAME' | 'GROUP' | 'SECTION' | 'RECTANGLE' | 'ELLIPSE' | 'LINE' | 'STAR' | 'POLYGON' | 'VECTOR' | 'BOOLEAN_OPERATION'
  | 'TEXT' | 'COMPONENT' | 'COMPONENT_SET' | 'INSTANCE' | 'CONNECTOR' | 'SHAPE_WITH_TEXT';

const RENAMED = { CANVAS: 'PAGE', ROUNDED_RECTANGLE: 'RECTANGLE' } as const satisfies Partial<Record<NodeType, FigmaType>>;

export function figmaType(type: NodeType): FigmaType {
  return type === 'CANVAS' || type === 'ROUNDED_RECTANGLE' ? RENAMED[type] : type;
}

const among = (...types: FigmaType[]): ((type: FigmaType) => boolean) => {
  const set: ReadonlySet<FigmaType> = new Set(types);
  return (type) => set.has(type);
};

export const isAny = (): boolean => true;
export const isScene = (type: FigmaType): boolean => type !== 'DOCUMENT' && type !== 'PAGE';
export const isPage = among('PAGE');
export const isText = among('TEXT');
export const isFrameLike = among('FRAME', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE');
export const hasChildren = among('DOCUMENT', 'PAGE', 'FRAME', 'GROUP', 'SECTION', 'BOOLEAN_OPERATION', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE');
export const hasFills = (type: FigmaType): boolean => isScene(type) && type !== 'GROUP' && type !== 'CONNECTOR';
export const hasStrokes = (type: FigmaType): boolean => hasFills(type) && type !== 'SECTION';
export const hasBlend = (type: FigmaType): boolean => isScene(type) && type !== 'SECTION';
export const hasCorners = among('FRAME', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE', 'RECTANGLE');
export const hasCornerRadius = among('FRAME', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE', 'RECTANGLE', 'ELLIPSE', 'POLYGON', 'STAR', 'VECTOR', 'BOOLEAN_OPERATION');
export const hasConstraints = among('FRAME', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE', 'RECTANGLE', 'ELLIPSE', 'LINE', 'STAR', 'POLYGON', 'VECTOR', 'TEXT');
export const hasRotation = (type: FigmaType): boolean => isScene(type) && type !== 'SECTION';
