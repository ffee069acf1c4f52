// CSV that no spreadsheet takes for formulas: a cell that begins like one starts with ' (as the command writes it), and only
// then. What the list itself held is given back as it came when it is harmless.

// As core/lists/csv_text.cpp has it: signs that programs pass over stand before it, wide forms of = + - @ count too.
const formula = /^(?:[\t\r\n\0]|[ "\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20])/;
const plainNumber = /^[+-]?\d+([.,]\d+)?$/;

export const guardCell = (value: string): string => (formula.test(value) && !plainNumber.test(value) ? `'${value}` : value);

export const csvCell = (value: string): string => {
  const safe = guardCell(value);
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export const csvRow = (values: readonly string[]): string => `${values.map(csvCell).join(",")}\r\n`;
