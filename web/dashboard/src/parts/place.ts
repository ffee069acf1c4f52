// Sizes and places of an element through its style object, which a policy without inline styles allows; a style attribute,
// which Lit's own styleMap writes first, it does not.
import { noChange, type ElementPart } from "lit";
import { Directive, directive, type DirectiveResult } from "lit/directive.js";

interface Place {
  readonly top?: number;
  readonly height?: number;
  /** The tracks of a grid below, and the least width; empty is as the styles say. */
  readonly template?: string;
  readonly least?: string;
}

class PlaceDirective extends Directive {
  override render(_place: Place): unknown {
    return noChange;
  }
  override update(part: ElementPart, [place]: [Place]): unknown {
    const { style } = part.element as HTMLElement;
    if (place.top !== undefined) style.transform = `translateY(${place.top}px)`;
    if (place.height !== undefined) style.blockSize = `${place.height}px`;
    if (place.template !== undefined) {
      if (place.template === "") style.removeProperty("--columns");
      else style.setProperty("--columns", place.template);
    }
    if (place.least !== undefined) style.minInlineSize = place.least;
    return noChange;
  }
}

export const place: (at: Place) => DirectiveResult = directive(PlaceDirective);
