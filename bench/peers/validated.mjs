// ajv for the shape of a lead, hand-written JavaScript for the score.
import { fields } from "../reference/model.mjs";
import { expert } from "./js.mjs";

const shape = (field) => {
  switch (field.type) {
    case "choice": return { enum: [...field.values, null] };
    case "choices": return { type: ["array", "null"], items: { enum: field.values } };
    case "number": return { type: ["integer", "null"], minimum: field.minimum, maximum: field.maximum };
    case "yes_no": return { type: ["boolean", "null"] };
    case "email": return { type: ["string", "null"], pattern: "^[^@ ]+@[^@ ]+\\.[^@ ]+$" };
    case "phone": return { type: ["string", "null"], pattern: "^[0-9]{3}-[0-9]{3}-[0-9]{4}$" };
    default: return { type: ["string", "null"], maxLength: 4000 };
  }
};

export async function ajvScored() {
  const { default: Ajv } = await import("ajv");
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile({ type: "object", required: ["id"],
    properties: { id: { type: "string" }, ...Object.fromEntries(fields.map((field) => [field.id, shape(field)])) } });
  return (lead) => {
    if (!validate(lead)) throw new Error("the seeded leads are valid");
    return expert(lead);
  };
}
