// Which icon stands for a layer in the list.
import {
  Circle, Component, Diamond, Frame, Group, Image, LayoutGrid, Minus, Rows3, SquareDashed, Square, Star, SquaresUnite, Spline, Triangle, Type, type IconNode, Columns3,
} from 'lucide';
import type { Row } from './rows.ts';

export function typeIcon(row: Row): IconNode {
  if (row.hasPicture && !row.hasChildren) return Image;
  switch (row.type) {
    case 'FRAME': return row.isAutoLayout ? Rows3 : Frame;
    case 'SECTION': return LayoutGrid;
    case 'GROUP': return Group;
    case 'TEXT': return Type;
    case 'VECTOR': return Spline;
    case 'ELLIPSE': return Circle;
    case 'STAR': return Star;
    case 'POLYGON': return Triangle;
    case 'LINE': return Minus;
    case 'COMPONENT': return Component;
    case 'COMPONENT_SET': return Columns3;
    case 'INSTANCE': return Diamond;
    case 'BOOLEAN_OPERATION': return SquaresUnite;
    case 'RECTANGLE': case 'ROUNDED_RECTANGLE': return Square;
    case 'CANVAS': case 'CONNECTOR': case 'SHAPE_WITH_TEXT': return SquareDashed;
  }
}
