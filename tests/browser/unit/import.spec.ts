// Lists as people have them: headers below titles, dates day first, values under other names, names of CRM exports, cells put
// right; and whatever is not changed stays byte for byte.
import { expect, test } from "@playwright/test";
import { crmTargets } from "../../../web/dashboard/src/import/crm-headers.ts";
import { dateOrder, toIso } from "../../../web/dashboard/src/import/dates.ts";
import { cutAbove, readHeader } from "../../../web/dashboard/src/import/header.ts";
import { findHeader, firstRecords, readRecords } from "../../../web/dashboard/src/import/records.ts";
import { noEdits, recordCells, rewriteList } from "../../../web/dashboard/src/import/rewrite.ts";
import { needsEye } from "../../../web/dashboard/src/import/shapes.ts";

const cells = (text: string, delimiter = ","): readonly (readonly string[])[] => [...readRecords(text, delimiter)].map((record) => record.cells);

test("records: quotes, line ends within, empty lines, ragged rows", () => {
  expect(cells('a,"b ""x"", c",d\r\n\r\n1,"two\nlines",3\n,,\nlast')).toEqual([["a", 'b "x", c', "d"], ["1", "two\nlines", "3"], ["", "", ""], ["last"]]);
  expect(cells('\ufeffa;b"c;d\n', ";")).toEqual([["a", 'b"c', "d"]]);
  expect(cells('a,"never closed')).toEqual([["a", "never closed"]]);
  expect(cells("")).toEqual([]);
});

const headers: readonly [string, string, number][] = [
  ["the first record", "Company,State\nA,OH\nB,MI\n", 0],
  ["below a title and a note", "Export of leads\nMade 2026-11-01, by Kim\nCompany,State,Email,Phone\nA,OH,a@b.example,1\nB,MI,c@d.example,2\nC,MI,e@f.example,2\n", 2],
  ["numbers only", "1,2\n3,4\n5,6\n", 0],
  ["one column", "Company\nA\nB\n", 0],
];
for (const [name, text, at] of headers) {
  test(`header: ${name}`, async () => {
    expect(findHeader(firstRecords(text, ",", 24))).toBe(at);
    const found = await readHeader(new Blob([text]));
    expect(found.at).toBe(at);
    expect((await cutAbove(new Blob([text]), found).text()).split("\n")[0]).toBe(text.split("\n")[at]);
  });
}
test("a header below letters of several bytes is cut at the byte; JSON has none", async () => {
  const found = await readHeader(new Blob(["\ufeffÑandú ¿?\nCompañía;Estado;Teléfono\nA;OH;1\nB;MI;2\nC;MI;3\n"]));
  expect(found.at).toBe(1);
  expect(await cutAbove(new Blob(["\ufeffÑandú ¿?\nCompañía;Estado;Teléfono\n"]), found).text()).toBe("Compañía;Estado;Teléfono\n");
  expect(await readHeader(new Blob([' [{"a": 1}]']))).toEqual({ at: 0, first: [] });
});

const orders: readonly [readonly string[], string | null][] = [
  [["3/14/2026", "11/2/2026", ""], "mdy"], [["14.3.2026", "1.2.2026"], "dmy"], [["1/2/2026", "3-4-26"], "either"], [["14/3/2026", "3/14/2026"], null], [["2026-03-14", "yesterday"], null], [[], null],
];
for (const [values, order] of orders) test(`order of ${values.join(" ")}`, () => expect(dateOrder(values)).toBe(order));

const dates: readonly [string, "mdy" | "dmy", string][] = [
  ["14/3/2026", "dmy", "2026-03-14"], ["3/14/2026 2:05 PM", "mdy", "2026-03-14T14:05"], ["3/14/26 12:05:09 am", "mdy", "2026-03-14T00:05:09"], ["31.2.2026", "dmy", "31.2.2026"], ["soon", "dmy", "soon"], ["2026-03-14", "dmy", "2026-03-14"],
];
for (const [from, order, to] of dates) test(`${from} as ${order}`, () => expect(toIso(from, order)).toBe(to));

const table = 'Id,Interest,Created\r\n1,Hot,14/3/2026\r\n2,"demo, please",1/4/2026\r\n\r\n3, Hot ,x\r\n4,short\r\n';
test("a table: only what changes is written anew", () => {
  const shape = { format: "csv", delimiter: "," } as const;
  expect(rewriteList(table, shape, noEdits)).toBe(table);
  const edits = { dates: { Created: "dmy" }, values: { Interest: { Hot: "demo" } }, cells: [{ record: 2, column: "Interest", value: 'a "b"' }, { record: 4, column: "Created", value: "2026-01-01" }], dropped: [] } as const;
  expect(rewriteList(table, shape, edits)).toBe('Id,Interest,Created\r\n1,demo,2026-03-14\r\n2,"a ""b""",2026-04-01\r\n\r\n3,demo,x\r\n4,short,2026-01-01\r\n');
  expect(cells(rewriteList(table, shape, { ...noEdits, dropped: [1, 3] })).map((row) => row[0])).toEqual(["Id", "2", "4"]);
  expect(recordCells(table, ",", 2)).toEqual([{ column: "Id", value: "2" }, { column: "Interest", value: "demo, please" }, { column: "Created", value: "1/4/2026" }]);
  expect(recordCells(table, ",", 9)).toEqual([]);
});

test("documents: a line that is not changed stays as it stands; members are found where they are", () => {
  const lines = '{"id": "a", "answers": {"interest": "Hot", "locations": 3}}\n\n{"id":"b",  "answers":{"interest":"demo"}}\nno json\n';
  const edits = { ...noEdits, values: { interest: { Hot: "demo" } }, cells: [{ record: 2, column: "id", value: "c" }] };
  expect(rewriteList(lines, { format: "ndjson", delimiter: "," }, edits)).toBe('{"id":"a","answers":{"interest":"demo","locations":3}}\n\n{"id":"c","answers":{"interest":"demo"}}\nno json\n');
  expect(JSON.parse(rewriteList('[{"id":1},{"id":2},{"id":3}]', { format: "json", delimiter: "," }, { ...noEdits, dropped: [2] }))).toEqual([{ id: 1 }, { id: 3 }]);
});

const info = { fields: ["org_name", "contact_name", "email", "phone", "state", "website"].map((id) => ({ id, means: id })), lead_keys: ["id", "source.channel", "submitted_at"] } as never;
const exports: readonly [string, readonly string[], readonly (readonly [string, string])[]][] = [
  ["HubSpot", ["Record ID - Contact", "Email", "State/Region", "Original Source", "Create Date", "Company Domain Name"], [["Record ID - Contact", "id"], ["Email", "email"], ["State/Region", "state"], ["Original Source", "source.channel"], ["Create Date", "submitted_at"], ["Company Domain Name", "website"]]],
  ["Salesforce", ["Lead ID", "Company / Account", "State/Province (text only)", "Lead Source", "Created Date"], [["Lead ID", "id"], ["Company / Account", "org_name"], ["State/Province (text only)", "state"], ["Lead Source", "source.channel"], ["Created Date", "submitted_at"]]],
  ["Mautic", ["companyname", "email", "date_added"], [["companyname", "org_name"], ["email", "email"], ["date_added", "submitted_at"]]],
  ["Zoho", ["Record Id", "Lead Name", "Created Time"], [["Record Id", "id"], ["Lead Name", "contact_name"], ["Created Time", "submitted_at"]]],
  ["Pipedrive", ["Lead - ID", "Person - Email - Work", "Organization - Name", "Lead - Source"], [["Lead - ID", "id"], ["Person - Email - Work", "email"], ["Organization - Name", "org_name"], ["Lead - Source", "source.channel"]]],
];
for (const [name, columns, expected] of exports) {
  test(`names of an export of ${name}, D2`, () => {
    const targets = crmTargets(columns.map((column) => ({ name: column, field: null, how: "none" as const })), info);
    expect([...targets]).toEqual(expected);
  });
}
test("what the profile itself knows comes first, and a field is fed once", () => {
  const columns = [{ name: "Practice", field: "org_name", how: "import" as const }, { name: "Company", field: null, how: "none" as const }, { name: "Mobile", field: "phone", how: "similar" as const }, { name: "Phone", field: null, how: "none" as const }];
  expect([...crmTargets(columns, info)]).toEqual([["Mobile", "phone"]]);
});

test("a screen is shown for guesses only; the same header is not asked about twice", () => {
  const preview = { shape: {} as never, rows: [], problems: [], columns: [{ name: "A", field: "state", how: "id" as const }], dates: [], unread: [] };
  expect(needsEye(preview, new Map(), false, false)).toBe(false);
  expect(needsEye(preview, new Map([["B", "email"]]), false, false)).toBe(true);
  expect(needsEye(preview, new Map(), true, false)).toBe(true);
  expect(needsEye(preview, new Map(), true, true)).toBe(false);
  expect(needsEye({ ...preview, dates: [{ column: 0, order: "either" }] }, new Map(), false, true)).toBe(true);
  const unread = (count: number) => ({ ...preview, unread: [{ column: 0, field: "state", filled: 10, values: [{ value: "x", count, suggestion: null }] }] });
  expect([needsEye(unread(3), new Map(), false, true), needsEye(unread(4), new Map(), false, true)]).toEqual([false, true]);
});
