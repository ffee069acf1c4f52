// Advice to the developer of the page, with data-prequal-debug: what browsers and keyboards need to help people fill in a form.
// It names controls, never what stands in them, and changes nothing.
import type { PageField } from "prequal-engine/page";
import { tokenOf, type Control } from "./controls.ts";
import { warn } from "./options.ts";

const types: Readonly<Record<string, string>> = { email: "email", phone: "tel" };

function lacks(control: Control, field: PageField): string[] {
  if (!(control instanceof HTMLInputElement) || control.type === "checkbox" || control.type === "radio") return [];
  const found: string[] = [];
  const token = tokenOf(field.means);
  if (token !== undefined && !control.autocomplete.split(" ").includes(token)) found.push(`autocomplete="${token}"`);
  const type = types[field.type];
  if (type !== undefined && control.type !== type) found.push(`type="${type}"`);
  if (control.type === "number") found.push('type="text" with inputmode="numeric" in place of type="number"');
  if ((field.type === "number" || field.type === "postal_code") && control.type === "text" && control.inputMode === "") found.push('inputmode="numeric"');
  if (field.type === "email" && control.maxLength > 0 && control.maxLength < 254) found.push("room for 254 characters");
  return found;
}

export function advise(controls: ReadonlyMap<string, readonly Control[]>, fields: readonly PageField[]): void {
  for (const field of fields) {
    for (const control of controls.get(field.id) ?? []) {
      const found = lacks(control, field);
      if ((control.labels?.length ?? 0) === 0 && !control.hasAttribute("aria-label") && !control.hasAttribute("aria-labelledby")) found.push("a label");
      if (found.length > 0) warn(`the control "${control.name}" would be easier to fill in with ${found.join(", ")}`);
    }
  }
}
